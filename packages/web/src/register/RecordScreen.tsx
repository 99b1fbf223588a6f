import { SimpleGrid, Stack, Text } from '@mantine/core'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import type { ObjectEntity } from '@sinew/core/ledger/ledgered-entities.ts'
import { registerRef } from '@sinew/core/register/register.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { PageLink, useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefLink } from '../app/RefLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { CommentsAndHistory } from '../ledger/CommentsAndHistory.tsx'
import { raisedFrom } from '../nonconformity/raised-from.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ConfirmInline } from '../ui/form/ConfirmInline.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { PageSections } from '../ui/page-index/PageSections.tsx'
import { LinksPanel } from './LinksPanel.tsx'
import { loadedRegister, partsOf, tableAt } from './load-registers.ts'
import { PartPanel } from './PartPanel.tsx'
import { RecordFacts } from './RecordFacts.tsx'
import { RecordMoves } from './RecordMoves.tsx'
import { changeRefusals, doneValues, removalRefusals, titleOf } from './record-page.ts'
import { extensionOf } from './register-extensions.ts'
import { recordQuery } from './register-queries.ts'
import { type AnyRecord, namedIn } from './register-record.ts'
import { StateChip } from './StateChip.tsx'

const CitedHere = later(async () => (await import('../citation/CitedHere.tsx')).CitedHere)
const RaiseNonconformity = later(
  async () => (await import('../nonconformity/RaiseNonconformity.tsx')).RaiseNonconformity,
)
const RecordEditor = later(async () => (await import('./RecordEditor.tsx')).RecordEditor)
const route = getRouteApi('/o/$slug/$register/$number')

export function Screen() {
  const { register } = route.useParams()
  const { recordId } = route.useLoaderData()
  const contract = loadedRegister(tableAt(register) ?? '')
  if (contract === undefined) throw new Error(`There is no register ${register}`)
  return <RecordPage key={recordId} contract={contract} recordId={recordId} />
}

/** One object of any register: what it is, the steps it can take, its parts, what it is linked to, its history. */
function RecordPage({ contract, recordId }: { readonly contract: RegisterContract; readonly recordId: string }) {
  const { t } = useTranslation()
  const { register } = contract
  const record = useSuspenseQuery(recordQuery(useOrganizationApi(), contract, recordId)).data
  const may = [...useMay(register.write), ...changeRefusals(register, record)]
  const [editing, edit] = useState<'as it is' | 'done' | null>(null)
  const done = doneValues(register, record)
  const raised = raisedFrom[register.table]?.(record, t) ?? null
  const { noun, Lead, Panels, Sentence, shownByPanels = [] } = extensionOf(register.table)
  const entity = register.table as ObjectEntity
  // What an object that is a part belongs to; its changes are in that object's history.
  const whole = register.part === null || register.parent === undefined ? null : namedIn(record, register.parent)
  return (
    <>
      <PageHeader
        trail={[
          whole === null ? (
            <PageLink key="list" to={paths.register} params={{ register: register.plural }}>
              {t(register.title)}
            </PageLink>
          ) : (
            <RefLink key="whole" reference={whole.ref}>{`${whole.ref} ${whole.name}`}</RefLink>
          ),
        ]}
        noun={noun}
        reference={registerRef(register, record.number)}
        title={titleOf(register, record)}
        chips={<StateChip register={register} record={record} />}
        sentence={Sentence && <Sentence record={record} />}
        next={
          <>
            <ActionButton variant="default" refusals={may} onClick={() => edit('as it is')}>
              {t('Edit')}
            </ActionButton>
            {done !== null && (
              <ActionButton refusals={may} onClick={() => edit('done')}>
                {t('Mark as done')}
              </ActionButton>
            )}
          </>
        }
        actions={
          <>
            {raised !== null && (
              <RaiseNonconformity
                from={{ entity, id: recordId, reference: registerRef(register, record.number) }}
                suggested={raised}
              />
            )}
            <Removal contract={contract} record={record} />
          </>
        }
      />
      <PageSections>
        <RecordMoves contract={contract} record={record} are="leading" />
        {Lead && <Lead record={record} />}
        <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
          <RecordFacts register={register} record={record} />
          <Stack gap="lg">
            {partsOf(register.table)
              .filter((part) => !shownByPanels.includes(part.register.table))
              .map((part, at) => (
                <PartPanel
                  key={part.register.table}
                  contract={part}
                  parentId={recordId}
                  whole={{ register, record }}
                  saysWhy={at === 0}
                />
              ))}
            <LinksPanel entity={register.table} entityId={recordId} mayWrite={register.write} />
            <CitedHere entity={register.table} entityId={recordId} />
          </Stack>
        </SimpleGrid>
        {Panels && <Panels record={record} />}
        <RecordMoves contract={contract} record={record} are="other" />
        {whole === null ? (
          <CommentsAndHistory entity={entity} entityId={recordId} />
        ) : (
          <Text size="sm" c="var(--sn-ink-2)">
            {t('Comments and history stand with what it is a part of:')}{' '}
            <RefLink reference={whole.ref}>{`${whole.ref} ${whole.name}`}</RefLink>
          </Text>
        )}
      </PageSections>
      {editing !== null && (
        <RecordEditor
          contract={contract}
          record={record}
          suggested={editing === 'done' && done !== null ? done : {}}
          onClose={() => edit(null)}
        />
      )}
    </>
  )
}

type RemovalProps = { readonly contract: RegisterContract; readonly record: AnyRecord }

function Removal({ contract, record }: RemovalProps) {
  const { t } = useTranslation()
  const go = useGo()
  const { register, idName } = contract
  const may = [...useMay(register.remove), ...removalRefusals(record)]
  const write = useOrganizationWrite(contract.remove, {
    onDone: () => go(paths.register, { register: register.plural }),
  })
  return (
    <>
      <ConfirmInline
        variant="subtle"
        color="gray"
        refusals={may}
        question={t('Remove it? The ledger keeps it, and it can be brought back.')}
        confirm={t('Remove')}
        isPending={write.isPending}
        onConfirm={() => void write.send({ params: { [idName]: record.id } as never, version: record.version })}
      >
        {t('Remove')}
      </ConfirmInline>
      <ProblemPanel problem={write.problem} />
    </>
  )
}
