import type { Movement } from '@sinew/contract/movement/movement-contract.ts'
import type { SourceEntity } from '@sinew/core/explanation/explanation.ts'
import type { Effect } from '@sinew/core/movement/movement.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ObjectLink } from '../ui/explanation/ObjectLink.tsx'
import { type Noun, nounIcons } from '../ui/noun-icons.ts'
import { causeStep, chainSteps } from './chain-steps.ts'
import { EffectDelta } from './EffectDelta.tsx'
import classes from './movement.module.css'

const nounOf: Readonly<Partial<Record<SourceEntity, Noun>>> = {
  evidence: 'evidence',
  need: 'evidence',
  collector: 'collector',
  control: 'control',
  risk: 'risk',
  portfolio: 'pulse',
  acceptance: 'acceptance',
  soa_line: 'soa',
  methodology: 'methodology',
  obligation: 'obligation',
  asset: 'asset',
  person: 'person',
  action: 'treatment',
  insurance_policy: 'insurance',
}

/** What each stop shows, in a word or two. */
const quantityWords: Readonly<Partial<Record<Effect['quantity'], string>>> = {
  assurance: 'assurance',
  claimedShare: 'claimed share',
  provenLoss: 'proven loss a year',
  claimedLoss: 'claimed loss a year',
  targetLoss: 'target loss a year',
  inherentLoss: 'inherent loss a year',
  provenLevel: 'level',
  assuranceGap: 'assurance gap',
  provenCovered: 'insurance takes off a year',
  appetite: 'appetite',
  standing: 'acceptance',
  proof: 'statement',
  state: 'collector',
}

const causeWords: Readonly<Record<Movement['cause']['operation'], string>> = {
  insert: 'new',
  update: 'changed',
  delete: 'removed',
  time: 'late',
}

type Props = { readonly movement: Pick<Movement, 'cause' | 'chain'>; readonly currency: string }

/** The way a movement took: evidence → control → risk → all risks → acceptance → line of the statement. */
export function ChainPath({ movement, currency }: Props) {
  const { t } = useTranslation()
  const steps = chainSteps(movement.chain)
  const cause = causeStep(movement.cause, steps) === null ? null : movement.cause
  return (
    <ol className={classes.path} aria-label={t('The way it took')}>
      {cause && cause.ref !== '' && (
        <Stop entity={cause.entity} source={cause} title={cause.ref} hint={t(causeWords[cause.operation])} />
      )}
      {steps.map(({ entity, effect, others }) => (
        <Stop
          key={entity}
          entity={entity}
          source={effect}
          title={
            entity === 'portfolio' ? t('All risks') : entity === 'risk' ? `${effect.ref} ${effect.label}` : effect.ref
          }
          hint={t(quantityWords[effect.quantity] ?? effect.quantity)}
          others={others}
        >
          <EffectDelta effect={effect} currency={currency} />
        </Stop>
      ))}
    </ol>
  )
}

type StopProps = {
  readonly entity: SourceEntity
  readonly source: Pick<Effect, 'entity' | 'id' | 'ref' | 'label'>
  readonly title: string
  readonly hint: string
  readonly others?: number
  readonly children?: React.ReactNode
}

function Stop({ entity, source, title, hint, others = 0, children }: StopProps) {
  const { t } = useTranslation()
  const Icon = nounIcons[nounOf[entity] ?? 'movement']
  return (
    <li className={classes.stop}>
      <span className={classes.stopIcon}>
        <Icon size={14} stroke={1.7} aria-hidden="true" />
      </span>
      <span className={classes.stopWords}>
        <span className={classes.stopTitle} title={source.label}>
          <ObjectLink source={source}>{title}</ObjectLink>
          {others > 0 && <span className={classes.others}> {t('+{{count}} more', { count: others })}</span>}
        </span>
        <span className={classes.stopHint}>{hint}</span>
        {children && <span className={classes.stopValue}>{children}</span>}
      </span>
    </li>
  )
}
