import type { RegisterContract } from '@sinew/contract/register/register-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { TableImport } from './TableImport.tsx'

type Props = {
  readonly route: RegisterContract['import']
  /** What the columns can be called. */
  readonly headings: readonly string[]
  readonly onClose: () => void
}

/** Adds rows of a table to a register. */
export function ImportDrawer({ route, headings, onClose }: Props) {
  const { t } = useTranslation()
  const hint = t('A CSV file, or cells copied from a spreadsheet, with a heading for each column. Headings there are:')
  return (
    <TableImport
      route={route}
      title={t('Add from a table')}
      hint={`${hint} ${headings.join(', ')}.`}
      headings={headings.slice(0, 3)}
      fine={({ rows }) => ({
        sentence: t('{{count}} rows are fine.', { count: rows }),
        button: t('Add {{count}} rows', { count: rows }),
      })}
      onClose={onClose}
    />
  )
}
