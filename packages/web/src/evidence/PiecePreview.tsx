import { Anchor, Button } from '@mantine/core'
import type { Evidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { downloadFile, inlineMediaTypes } from '@sinew/contract/file/file-contract.ts'
import { IconDownload } from '@tabler/icons-react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import classes from './evidence.module.css'

/** The piece itself: a picture or PDF in the page, every file to be saved, a link, or the note. */
export function PiecePreview({ piece }: { readonly piece: Evidence }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const { file, url, note, title } = piece
  const address = (inline: 'true' | 'false') =>
    api.url(downloadFile, { params: { fileId: file?.id ?? '' }, query: { inline } })
  const shows = file !== null && (inlineMediaTypes as readonly string[]).includes(file.mediaType)
  return (
    <Panel
      title={t('The piece')}
      actions={
        file && (
          <Button
            component="a"
            href={address('false')}
            download
            size="xs"
            variant="default"
            leftSection={<IconDownload size={15} aria-hidden="true" />}
          >
            {t('Download')}
          </Button>
        )
      }
    >
      {file && !shows && <p className={classes.note}>{t('This kind of file is not shown here. Download it.')}</p>}
      {file && shows && file.mediaType === 'application/pdf' && (
        <iframe className={classes.document} src={address('true')} title={title} />
      )}
      {file && shows && file.mediaType !== 'application/pdf' && (
        <img className={classes.preview} src={address('true')} alt={title} />
      )}
      {url && (
        <Anchor href={url} target="_blank" rel="noreferrer noopener" style={{ overflowWrap: 'anywhere' }}>
          {url}
        </Anchor>
      )}
      {note && <p className={classes.words}>{note}</p>}
    </Panel>
  )
}
