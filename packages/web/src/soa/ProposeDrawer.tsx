import { Stack, Textarea } from '@mantine/core'
import type { Soa } from '@sinew/contract/soa/soa-contract.ts'
import { proposeSoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { EditDrawer } from '../ui/form/EditDrawer.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** Pins the statement as it is now and asks for its approval; says first what is pinned along. */
export function ProposeDrawer({ soa, onClose }: { readonly soa: Soa; readonly onClose: () => void }) {
  const { t } = useTranslation()
  const may = useMay('soa:write')
  const [note, setNote] = useState('')
  const write = useOrganizationWrite(proposeSoaVersion, { onDone: onClose })
  const { counts, approved } = soa
  const facts = [
    t('{{count}} lines, {{excluded}} of them left out', { count: counts.lines, excluded: counts.excluded }),
    approved === null
      ? t('It will be the first version.')
      : t('{{count}} lines differ from version {{number}}', {
          count: counts.changed.decision + counts.changed.status,
          number: approved.number,
        }),
    ...(counts.issues.warning > 0
      ? [t('{{count}} warnings go along; they do not stop it', { count: counts.issues.warning })]
      : []),
    soa.scope === ''
      ? t('No scope is written down: add it in the settings.')
      : t('The scope as written in the settings is pinned too.'),
  ]
  return (
    <EditDrawer title={t('Propose a version')} isOpen onClose={onClose} isDirty={() => note !== ''}>
      <Stack>
        <p style={{ margin: 0 }}>
          {t(
            'Everything the statement says now is pinned and hashed. Somebody else then approves or rejects exactly that.',
          )}
        </p>
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <ProblemPanel problem={write.problem} />
        <Textarea
          label={t('Note')}
          description={t('Why now, and what is new. It is pinned too.')}
          autosize
          minRows={3}
          maxLength={5000}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div>
          <ActionButton
            refusals={[...may, ...soa.proposeRefusals]}
            loading={write.isPending}
            onClick={() => void write.send({ body: { note } })}
          >
            {t('Propose it')}
          </ActionButton>
        </div>
      </Stack>
    </EditDrawer>
  )
}
