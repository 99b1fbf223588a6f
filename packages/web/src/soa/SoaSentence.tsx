import type { Soa } from '@sinew/contract/soa/soa-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { exactDay } from '../ui/relative-time.ts'
import { StatusSentence, type Tone } from '../ui/StatusSentence.tsx'

/** How the statement stands: what is in force, what changed since, what is to be looked at. */
export function SoaSentence({ soa }: { readonly soa: Soa }) {
  const { t, i18n } = useTranslation()
  const { approved, proposed, counts } = soa
  const findings = counts.issues.error + counts.issues.warning
  const parts: string[] = []
  if (approved === null) parts.push(t('No version is approved yet'))
  else {
    const date = exactDay(Date.parse(approved.decidedAt ?? approved.proposedAt), i18n.language)
    const who = { number: approved.number, date, name: approved.decidedByName ?? '' }
    parts.push(t('Version {{number}}, approved on {{date}} by {{name}}, is in force', who))
    const changed = counts.changed.decision
    parts.push(changed === 0 ? t('nothing decided since') : t('{{count}} lines decided anew since', { count: changed }))
  }
  if (proposed !== null) parts.push(t('version {{number}} waits for approval', { number: proposed.number }))
  if (counts.undecided > 0) {
    parts.push(
      t('{{decided}} of {{total}} lines are decided', {
        decided: counts.lines - counts.undecided,
        total: counts.lines,
      }),
    )
  }
  parts.push(findings === 0 ? t('no findings') : t('{{count}} findings', { count: findings }))
  const tone: Tone =
    counts.issues.error > 0
      ? 'bad'
      : findings > 0 || counts.changed.decision > 0 || approved === null
        ? 'watch'
        : 'good'
  return <StatusSentence tone={tone}>{`${parts.join('; ')}.`}</StatusSentence>
}
