import { Checkbox } from '@mantine/core'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { IconChevronRight } from '@tabler/icons-react'
import { useEffect, useId, useRef } from 'react'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from '../ui/Money.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import { ProvenBar } from '../ui/ProvenBar.tsx'
import { LineDetail } from './LineDetail.tsx'
import { LineSignals } from './LineSignals.tsx'
import { ReasonChips } from './ReasonChips.tsx'
import classes from './soa.module.css'
import type { LineTask } from './soa-search.ts'
import { implementationSentence } from './soa-words.ts'

export type LineRowProps = {
  readonly line: SoaLine
  readonly isOpen: boolean
  readonly onToggle: () => void
  /** Opens the line's drawer. */
  readonly onTask: (task: LineTask) => void
  readonly isChosen: boolean
  /** Absent where lines cannot be chosen. */
  readonly onChoose?: (chosen: boolean) => void
  readonly approvedNumber: number | null
  /** Scrolls here once, when the address names the line. */
  readonly startsInView: boolean
}

/** One control in one dense row that opens in place. */
export function SoaLineRow(props: LineRowProps) {
  const { line, isOpen, onToggle, isChosen, onChoose, startsInView } = props
  const { t } = useTranslation()
  const detailId = useId()
  const row = useRef<HTMLLIElement>(null)
  // The router puts a new page to its top first; the line that the address names is shown after that.
  useEffect(() => {
    if (!startsInView) return
    const soon = setTimeout(() => row.current?.scrollIntoView({ block: 'center' }), 60)
    return () => clearTimeout(soon)
  }, [startsInView])
  return (
    <li
      className={classes.line}
      data-open={isOpen || undefined}
      data-excluded={!line.applicable || undefined}
      ref={row}
    >
      <div className={classes.row}>
        <span className={classes.choose}>
          {onChoose && (
            <Checkbox
              size="xs"
              aria-label={t('Choose {{name}}', { name: line.ref })}
              checked={isChosen}
              onChange={(event) => onChoose(event.currentTarget.checked)}
            />
          )}
        </span>
        <button
          type="button"
          className={classes.toggle}
          aria-expanded={isOpen}
          aria-controls={isOpen ? detailId : undefined}
          onClick={onToggle}
        >
          <IconChevronRight size={14} className={classes.chevron} aria-hidden="true" />
          <span className={classes.ref}>{line.ref}</span>
          <span className={classes.title}>{line.title}</span>
        </button>
        <span className={classes.why}>
          <ReasonChips line={line} />
        </span>
        <Implementation line={line} />
        <span className={classes.proof}>
          <ProofChip kind={line.proof} text={line.due ? t('Proven, due soon') : undefined} />
        </span>
        <LineMoney line={line} />
        <span className={classes.owner} title={line.ownerName ?? undefined}>
          {line.ownerName ?? (line.applicable ? <span className={classes.quiet}>{t('No owner')}</span> : '')}
        </span>
        <LineSignals line={line} />
      </div>
      {isOpen && <LineDetail {...props} id={detailId} />}
    </li>
  )
}

/** What it is proven to save a year, and what its gap costs; nothing where it treats no priced risk. */
function LineMoney({ line: { worth, applicable } }: { readonly line: SoaLine }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  if (!applicable || worth === null || (worth.claimedMinor === 0 && worth.gapMinor === 0))
    return <span className={classes.money} />
  return (
    <span className={classes.money}>
      <span title={t('What a year would cost more without it, as far as it is proven')}>
        <Money minor={worth.provenMinor} currency={currency} />
      </span>
      {worth.gapMinor > 0 && (
        <small title={t('What goes off the proven loss a year once it is proven as far as it is claimed')}>
          {t('gap')} <Money minor={worth.gapMinor} currency={currency} />
        </small>
      )}
    </span>
  )
}

function Implementation({ line }: { readonly line: SoaLine }) {
  const { t } = useTranslation()
  if (!line.applicable) return <span className={classes.implementation} />
  const percent = line.implementation === 'partly' ? ` ${Math.round(line.claimedShare * 100)} %` : ''
  return (
    <span className={classes.implementation}>
      <span className={classes.implementationWord}>
        {t(implementationSentence[line.implementation])}
        {percent}
      </span>
      <ProvenBar
        size="sm"
        label={t('Assurance of {{ref}}', { ref: line.ref })}
        total={1}
        parts={{
          [line.proof === 'stale' ? 'stale' : 'proven']: line.assurance,
          claimed: Math.max(0, line.claimedShare - line.assurance),
        }}
      />
    </span>
  )
}
