import type { Soa } from '@sinew/contract/soa/soa-contract.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProofShape } from '../ui/ProofShape.tsx'
import { ProvenBar } from '../ui/ProvenBar.tsx'
import { proofSentence } from '../ui/proof-kind.ts'
import { SeverityMark } from './SeverityMark.tsx'
import classes from './soa.module.css'
import { implementations, proofs, type SoaSearch, severities } from './soa-search.ts'
import { implementationSentence } from './soa-words.ts'

type Props = { readonly soa: Soa; readonly search: SoaSearch; readonly onSearch: (patch: Partial<SoaSearch>) => void }

const findingSentence = { error: 'errors', warning: 'warnings', note: 'notes' } as const

/** The whole statement in numbers; each number is a filter. */
export function SoaSummary({ soa, search, onSearch }: Props) {
  const { t } = useTranslation()
  const { counts } = soa
  const { proof } = counts
  /** Chooses one value alone, or takes it back. */
  const only = <K extends 'proof' | 'severity' | 'implementation'>(key: K, value: string) => {
    const isOn = (search[key] as readonly string[] | undefined)?.includes(value) ?? false
    return { isOn, toggle: () => onSearch({ [key]: isOn ? undefined : [value] }) }
  }
  return (
    <div className={classes.summary}>
      <div>
        <ProvenBar
          size="lg"
          label={t('Proof of {{count}} lines', { count: counts.lines })}
          format={String}
          parts={{
            proven: proof.proven,
            stale: proof.stale,
            failing: proof.failing,
            claimed: proof.unproven,
            unknown: proof.excluded,
          }}
        />
        <div className={classes.legend}>
          {proofs.map((kind) => (
            <Facet key={kind} count={proof[kind]} {...only('proof', kind)}>
              <span data-kind={kind} className={classes.mark}>
                <ProofShape kind={kind} size={12} />
              </span>
              {t(proofSentence[kind])}
            </Facet>
          ))}
        </div>
        <div className={classes.legend}>
          {implementations.map((step) => (
            <Facet key={step} count={counts.implementation[step]} {...only('implementation', step)}>
              {t(implementationSentence[step])}
            </Facet>
          ))}
        </div>
      </div>
      <div>
        {counts.undecided > 0 && <Undecided soa={soa} search={search} onSearch={onSearch} />}
        <p className={classes.facetTitle}>{t('To be looked at')}</p>
        <div className={classes.facets}>
          {severities.map((severity) => (
            <Facet key={severity} count={counts.issues[severity]} {...only('severity', severity)}>
              <SeverityMark severity={severity} />
              {t(findingSentence[severity])}
            </Facet>
          ))}
        </div>
        {soa.approved && <ChangedFacets soa={soa} search={search} onSearch={onSearch} number={soa.approved.number} />}
      </div>
    </div>
  )
}

/** The lines that nobody has decided on; the sentence above says how far the round has come. */
function Undecided({ soa: { counts }, search, onSearch }: Props) {
  const { t } = useTranslation()
  const isOn = search.applicable === true && search.reason?.length === 1 && search.reason[0] === 'none'
  const toggle = () => onSearch({ applicable: isOn ? undefined : true, reason: isOn ? undefined : (['none'] as const) })
  return (
    <>
      <p className={classes.facetTitle}>{t('To be decided')}</p>
      <div className={classes.facets} style={{ marginBottom: 8 }}>
        <Facet count={counts.undecided} isOn={isOn} toggle={toggle}>
          {t('lines without a reason')}
        </Facet>
      </div>
    </>
  )
}

function ChangedFacets({ soa, search, onSearch, number }: Props & { readonly number: number }) {
  const { t } = useTranslation()
  const { decision, status } = soa.counts.changed
  const toggle = (value: 'decision' | 'status') => () =>
    onSearch({ changed: search.changed === value ? undefined : value })
  return (
    <>
      <p className={classes.facetTitle} style={{ marginTop: 8 }}>
        {t('Changed since version {{number}}', { number })}
        {decision + status > 0 && (
          <>
            {' · '}
            <PageLink to={paths.soaVersions} search={{ from: number }} inherit underline="always">
              {t('Side by side')}
            </PageLink>
          </>
        )}
      </p>
      <div className={classes.facets}>
        <Facet count={decision} isOn={search.changed === 'decision'} toggle={toggle('decision')}>
          <span className={classes.asks} data-asks style={{ marginRight: 0 }} /> {t('decided anew')}
        </Facet>
        <Facet count={status} isOn={search.changed === 'status'} toggle={toggle('status')}>
          <span className={classes.asks} style={{ marginRight: 0 }} /> {t('status only')}
        </Facet>
      </div>
    </>
  )
}

type FacetProps = {
  readonly count: number
  readonly isOn: boolean
  readonly toggle: () => void
  readonly children: React.ReactNode
}

function Facet({ count, isOn, toggle, children }: FacetProps) {
  return (
    <button
      type="button"
      className={classes.facet}
      aria-pressed={isOn}
      disabled={count === 0 && !isOn}
      onClick={toggle}
    >
      {children} <strong>{count}</strong>
    </button>
  )
}
