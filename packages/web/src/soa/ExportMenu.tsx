import { Button, Menu } from '@mantine/core'
import type { soaExportFormats } from '@sinew/contract/soa/soa-contract.ts'
import { IconDownload } from '@tabler/icons-react'
import { useTranslation } from '../i18n/use-translation.ts'

type Format = (typeof soaExportFormats)[number]
type Props = {
  readonly label: string
  /** What the file will be. */
  readonly hint: string
  readonly url: (format: Format) => string
  readonly size?: 'xs' | 'sm'
}

const formats: readonly (readonly [Format, string])[] = [
  ['pdf', 'Document (PDF)'],
  ['xlsx', 'Spreadsheet (XLSX)'],
  ['csv', 'Text (CSV)'],
  ['json', 'Canonical content (JSON)'],
]

/** The statement or a version as a file. */
export function ExportMenu({ label, hint, url, size = 'sm' }: Props) {
  const { t } = useTranslation()
  return (
    <Menu>
      <Menu.Target>
        <Button variant="default" size={size} leftSection={<IconDownload size={16} aria-hidden="true" />}>
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{hint}</Menu.Label>
        {formats.map(([format, name]) => (
          <Menu.Item key={format} component="a" href={url(format)} download>
            {t(name)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
