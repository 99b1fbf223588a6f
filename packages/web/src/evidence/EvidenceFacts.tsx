import type { Evidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { evidenceRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Facts } from '../ui/Facts.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import classes from './evidence.module.css'
import { natureWords, provenanceWords } from './evidence-words.ts'
import { sizeText } from './FileDrop.tsx'

/** What never changes about a piece: where it is from, what it says, when. */
export function EvidenceFacts({ piece }: { readonly piece: Evidence }) {
  const { t } = useTranslation()
  const { file, periodFrom, periodTo, supersedes, supersededBy, result } = piece
  const link = (other: NonNullable<typeof supersedes>) => (
    <PageLink to={paths.evidencePiece} params={{ number: other.number }}>
      {`${evidenceRef(other.number)} ${other.title}`}
    </PageLink>
  )
  return (
    <Panel title={t('What it is')}>
      <Facts
        facts={{
          [t('Shows')]: t(natureWords[piece.nature]),
          [t('Provenance')]: t(provenanceWords[piece.provenance]),
          [t('Passed')]: result.kind === 'k_of_n' && t('{{passed}} of {{expected}}', result),
          [t('Collected')]: <When at={piece.collectedAt} show="both" />,
          [t('Speaks of')]: (periodFrom || periodTo) && (
            <>
              <When at={periodFrom} show="day" /> – <When at={periodTo} show="day" />
            </>
          ),
          [t('Valid until')]: piece.validUntil && <When at={piece.validUntil} show="both" />,
          [t('From')]: piece.collectorName ?? piece.submittedByName,
          [t('Added')]: <When at={piece.createdAt} show="both" />,
          [t('File')]: file && `${file.name}, ${sizeText(file.sizeBytes)}`,
          [t('SHA-256')]: file && <span className={classes.hash}>{file.sha256}</span>,
          [t('Takes the place of')]: supersedes && link(supersedes),
          [t('Replaced by')]: supersededBy && link(supersededBy),
          [t('Report')]: piece.ingestRunId && (
            <PageLink to={paths.ingestRun} params={{ ingestRunId: piece.ingestRunId }}>
              {t('What this report led to')}
            </PageLink>
          ),
        }}
      />
    </Panel>
  )
}
