import { Button, Menu } from '@mantine/core'
import {
  type DocumentVersionSummary,
  exportDocumentVersion,
} from '@sinew/contract/document/document-version-contract.ts'
import { IconDownload } from '@tabler/icons-react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'

const words = { pdf: 'PDF', docx: 'Word document', md: 'Markdown' } as const
const formats = ['pdf', 'docx', 'md'] as const

type Props = { readonly version: Pick<DocumentVersionSummary, 'id' | 'versionNumber'>; readonly reference: string }

/** A version to take away. */
export function VersionExport({ version, reference }: Props) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<IconDownload size={14} />}>
          {t('Export')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {formats.map((format) => (
          <Menu.Item
            key={format}
            component="a"
            download={`${reference}-v${version.versionNumber}.${format}`}
            href={api.url(exportDocumentVersion, { params: { documentVersionId: version.id }, query: { format } })}
          >
            {t(words[format])}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
