import { Button, Text } from '@mantine/core'
import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import type { Field } from '@sinew/core/register/field.ts'
import { type Register, registerRef } from '@sinew/core/register/register.ts'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { later } from '../ui/later.ts'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { FieldValue, isEmptyValue } from './FieldValue.tsx'
import { additionRefusals, changeRefusals, doneValues, headingOf, titleOf } from './record-page.ts'
import { recordsQuery } from './register-queries.ts'
import { type AnyRecord, fieldsOf, type Values } from './register-record.ts'
import type { RegisterSearch } from './register-search.ts'

const RecordEditor = later(async () => (await import('./RecordEditor.tsx')).RecordEditor)
const mostShown = 100

type Props = {
  readonly contract: RegisterContract
  readonly parentId: string
  /** The reference that names this object; left out: that of the object it is a part of. */
  readonly by?: string
  /** The object, where it is one of a register: its state can hold its parts as they are. */
  readonly whole?: { readonly register: Register; readonly record: AnyRecord }
  /** Whether it says why its rows stay as they are, where they do: one panel of a page is enough. */
  readonly saysWhy?: boolean
}

/** The objects of a register that are a part of this one: read, added and edited in place. */
export function PartPanel({ contract, parentId, by, whole, saysWhy = true }: Props) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { register } = contract
  const parent = by ?? register.parent ?? ''
  const search = { [parent]: parentId, pageSize: mostShown, sort: register.order ?? 'number' } as RegisterSearch
  const page = useQuery(recordsQuery(api, contract, search) as never) as {
    readonly data?: { readonly items: readonly AnyRecord[]; readonly total: number }
  }
  const may = useMay(register.write)
  const [editing, edit] = useState<{ readonly record: AnyRecord; readonly suggested?: Values } | 'new' | null>(null)
  const [held] = whole === undefined ? [] : additionRefusals(register, whole.register, whole.record)
  const items = page.data?.items ?? []
  return (
    <Panel
      title={t(register.inside ?? register.title)}
      standing={page.data?.total || undefined}
      actions={
        held === undefined && (
          <ActionButton
            size="xs"
            variant="default"
            refusals={may}
            leftSection={<IconPlus size={14} />}
            onClick={() => edit('new')}
          >
            {t(register.words.add)}
          </ActionButton>
        )
      }
    >
      {held !== undefined && saysWhy && (
        <Text size="sm" c="var(--sn-ink-2)">
          {t(held.message)}
        </Text>
      )}
      {page.data !== undefined && items.length === 0 && (
        <Text size="sm" c="var(--sn-ink-2)">
          {held === undefined ? t(register.words.empty) : t('None.')}
        </Text>
      )}
      <ObjectRows
        rows={items.map((record) => ({
          id: record.id,
          reference: registerRef(register, record.number),
          title: (
            <PageLink to={paths.registered} params={{ register: register.plural, number: record.number }}>
              {titleOf(register, record)}
            </PageLink>
          ),
          note: <Note contract={contract} record={record} />,
          detail:
            may.length === 0 && changeRefusals(register, record).length === 0 ? (
              <Changes
                done={doneValues(register, record)}
                onEdit={(suggested) => edit({ record, ...(suggested === undefined ? {} : { suggested }) })}
              />
            ) : undefined,
        }))}
      />
      {(page.data?.total ?? 0) > items.length && t('{{count}} in all', { count: page.data?.total ?? 0 })}
      {editing === 'new' && (
        <RecordEditor contract={contract} given={{ [parent]: parentId }} onClose={() => edit(null)} />
      )}
      {editing !== null && editing !== 'new' && (
        <RecordEditor contract={contract} {...editing} onClose={() => edit(null)} />
      )}
    </Panel>
  )
}

type ChangesProps = { readonly done: Values | null; readonly onEdit: (suggested?: Values) => void }

function Changes({ done, onEdit }: ChangesProps) {
  const { t } = useTranslation()
  const small = { size: 'compact-xs', variant: 'subtle' } as const
  return (
    <>
      {done !== null && (
        <Button {...small} onClick={() => onEdit(done)}>
          {t('Mark as done')}
        </Button>
      )}
      <Button {...small} color="gray" onClick={() => onEdit()}>
        {t('Edit')}
      </Button>
    </>
  )
}

/** Words and names are understood without a label; a day, a number or a plain yes is not. */
function saysItself(field: Field, value: unknown): boolean {
  if (field.kind === 'choice') return !/^(Yes|No)\b/.test(field.words[String(value)] ?? '')
  return field.kind !== 'day' && field.kind !== 'number'
}

/** The columns of the part, in one quiet line. */
function Note({ contract: { register }, record }: { readonly contract: RegisterContract; readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const shown = Object.entries(fieldsOf(register)).filter(
    ([key, { column }]) =>
      column === true && key !== headingOf(register) && record[key] !== false && !isEmptyValue(record[key]),
  )
  return shown.map(([key, field], at) => (
    <span key={key}>
      {at > 0 && ' · '}
      {saysItself(field, record[key]) || `${t(field.label)}: `.replace('?:', '?')}
      {field.kind === 'flag' ? (
        t(field.label)
      ) : (
        <FieldValue name={key} field={field} register={register} record={record} isShort />
      )}
    </span>
  ))
}
