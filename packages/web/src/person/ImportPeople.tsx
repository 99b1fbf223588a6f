import { importPeople } from '@sinew/contract/person/person-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { TableImport } from '../register/TableImport.tsx'

/** People from a table: new ones, and what changed of known ones. */
export function ImportPeople({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  return (
    <TableImport
      route={importPeople}
      title={t('Import people')}
      hint={t(
        'A table with the headings Name, E-mail, Job title, Unit and Manager (by e-mail). Whoever has a known e-mail is brought up to date; an empty cell changes nothing.',
      )}
      headings={['Name', 'E-mail', 'Job title', 'Unit', 'Manager']}
      fine={({ added, updated, unchanged }) => ({
        sentence: t('New: {{added}}. Brought up to date: {{updated}}. As they are: {{unchanged}}.', {
          added,
          updated,
          unchanged,
        }),
        button: t('Take them over'),
      })}
      onClose={onClose}
    />
  )
}
