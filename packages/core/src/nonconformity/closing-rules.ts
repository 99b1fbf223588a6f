import { type Refusal, refuse } from '../refusal.ts'
import { questionHumanError } from './human-error.ts'

/** A nonconformity as far as its steps look at it. */
export type NonconformityFacts = {
  readonly ownerId: string | null
  readonly requirements: readonly string[]
  readonly correction: string
  readonly correctedAt: string | null
  readonly consequences: string
  readonly causeMethod: string
  readonly whys: readonly string[]
  readonly causePeople: string
  readonly causeProcess: string
  readonly causeTechnology: string
  readonly causeSupplier: string
  readonly causeSurroundings: string
  readonly causeMeasuring: string
  readonly cause: string
  readonly elsewhere: string
  readonly extent: string
  readonly actionDecision: string
  readonly noActionReason: string
  readonly criterion: string
  readonly checkDueAt: string | null
  readonly effectSeen: string
  readonly doneAt: string | null
  readonly checkedAt: string | null
  readonly checkedById: string | null
}

export type ActionFacts = {
  readonly ref: string
  readonly ownerId: string
  readonly doneAt: string | null
  /** Whether something shows that it is done: words or a piece of evidence. */
  readonly hasProof: boolean
}

/** Contained: this case is set right, and nothing more is claimed. */
export function canContain(facts: NonconformityFacts): readonly Refusal[] {
  return [
    ...demand(
      facts.requirements.length > 0,
      'no_requirement',
      'No requirement is named: say which clause or control is not met.',
    ),
    ...demand(facts.ownerId !== null, 'no_owner', 'Nobody sees it through: choose an owner.'),
    ...demand(facts.correction !== '', 'no_correction', 'There is no correction: write down what set this case right.'),
    ...demand(
      facts.correctedAt !== null,
      'no_correction_day',
      'The correction has no day: say when the case was set right.',
    ),
    ...demand(
      facts.consequences !== '',
      'no_consequences',
      'Nothing is said of the consequences: write how they were handled, or that there were none.',
    ),
  ]
}

/** Analysed: a cause that can be removed, and a look at where else it works. */
export function canAnalyse(facts: NonconformityFacts): readonly Refusal[] {
  return [
    ...demand(
      facts.cause !== '' && facts.causeMethod !== 'none',
      'no_cause',
      'There is no cause: say how it was looked for and what it is.',
    ),
    ...questionHumanError(facts),
    ...demand(
      facts.elsewhere !== 'not_looked' && facts.extent !== '',
      'no_extent',
      'Nobody looked for similar cases: say where it was looked and what was found.',
    ),
  ]
}

/** Planned: actions with owners and days, or a reason for none, and how their effect will be judged. */
export function canPlan(facts: NonconformityFacts, actions: readonly ActionFacts[]): readonly Refusal[] {
  return [
    ...decided(facts, actions),
    ...demand(
      facts.criterion !== '',
      'no_criterion',
      'There is no criterion: say what will show that it was effective.',
    ),
    ...demand(
      facts.checkDueAt !== null,
      'no_check_day',
      'No day is set for the check of the effect: choose one some weeks after the actions.',
    ),
  ]
}

function decided(facts: NonconformityFacts, actions: readonly ActionFacts[]): readonly Refusal[] {
  if (facts.actionDecision === 'none')
    return demand(
      facts.noActionReason !== '',
      'no_reason',
      'No action was decided without a reason: say why none is needed.',
    )
  return demand(
    facts.actionDecision === 'action' && actions.length > 0,
    'no_action',
    'There is no action against the cause: add one, or decide on none and say why.',
  )
}

/** Done: every action is done and has something to show. */
export function canFinish(facts: NonconformityFacts, actions: readonly ActionFacts[]): readonly Refusal[] {
  if (facts.actionDecision === 'none') return []
  const open = actions.filter(({ doneAt }) => doneAt === null).map(({ ref }) => ref)
  const bare = actions.filter(({ doneAt, hasProof }) => doneAt !== null && !hasProof).map(({ ref }) => ref)
  return [
    ...demand(open.length === 0, 'actions_open', `Not done yet: ${open.join(', ')}.`),
    ...demand(
      bare.length === 0,
      'no_evidence',
      `Nothing shows that these are done: ${bare.join(', ')}. Attach evidence or say what shows it.`,
    ),
  ]
}

export type Checking = { readonly personId: string | null; readonly at: string }

/** Effect checked: by somebody who did not act, after it was done, with what was seen. */
export function canCheckEffect(
  facts: NonconformityFacts,
  actions: readonly ActionFacts[],
  { personId, at }: Checking,
): readonly Refusal[] {
  const done = [facts.doneAt, ...actions.map(({ doneAt }) => doneAt)].filter((one) => one !== null)
  return [
    ...demand(personId !== null, 'no_person', 'Whoever checks the effect has to be a person of the organisation.'),
    ...demand(
      !actions.some(({ ownerId }) => ownerId === personId) && (facts.ownerId !== personId || actions.length > 0),
      'own_action',
      'Whoever acted does not judge the effect: another person has to check it.',
    ),
    ...demand(
      facts.doneAt !== null && done.every((one) => Date.parse(one) <= Date.parse(at)),
      'too_early',
      'The effect cannot be checked before the actions are done.',
    ),
    ...demand(
      facts.effectSeen !== '',
      'no_check',
      'Nothing is said of the effect: write what the check saw, measured by the criterion.',
    ),
  ]
}

/** Closed: everything above still holds, whatever was changed since. */
export function canClose(facts: NonconformityFacts, actions: readonly ActionFacts[]): readonly Refusal[] {
  return [
    ...canContain(facts),
    ...canAnalyse(facts),
    ...canPlan(facts, actions),
    ...canFinish(facts, actions),
    ...(facts.checkedAt === null
      ? refuse('not_checked', 'The effect is not checked: another person has to check it after the actions are done.')
      : canCheckEffect(facts, actions, { personId: facts.checkedById, at: facts.checkedAt })),
  ]
}

function demand(holds: boolean, code: string, message: string): readonly Refusal[] {
  return holds ? [] : refuse(code, message)
}
