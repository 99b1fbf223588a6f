import fc from 'fast-check'
import type {
  AcceptanceInput,
  AssetKind,
  ChainSnapshot,
  CollectorInput,
  ControlInput,
  ControlLink,
  EvidenceInput,
  EvidenceResult,
  Interval,
  LossShape,
  MethodologyInput,
  NeedInput,
  ObligationInput,
  PersonInput,
  RiskInput,
  TreatmentActionInput,
} from '../chain/chain-snapshot.ts'
import type { InsuranceInput } from '../insurance/insured.ts'
import { aMethodology, aPolicy, aSnapshot, day, million } from './sample-chain.ts'

/**
 * Generated organisations for property tests: few objects, so that every pair meets, with the odd values that break rules
 * (weight 0, 0 of 0, validity that ends before collection, pieces dated ahead, exclusions, links to controls that are gone).
 */
const personIds = ['person-1', 'person-2', 'person-3'] as const
const controlIds = ['control-1', 'control-2', 'control-3', 'control-4', 'control-5'] as const
const riskIds = ['risk-1', 'risk-2', 'risk-3', 'risk-4'] as const
const collectorIds = ['collector-1', 'collector-2'] as const
const shapes = { maxLength: 5 } as const

/** Days around which the generated organisations live; evidence is collected from −400 to +20. */
export const arbitraryDay: fc.Arbitrary<number> = fc.integer({ min: -30, max: 200 }).map(day)

const arbitraryResult: fc.Arbitrary<EvidenceResult> = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ kind: 'pass' } as const) },
  { weight: 1, arbitrary: fc.constant({ kind: 'fail' } as const) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('k_of_n' as const),
      passed: fc.integer({ min: 0, max: 12 }),
      expected: fc.integer({ min: 0, max: 12 }),
    }),
  },
)

const arbitraryEvidence: fc.Arbitrary<EvidenceInput> = fc.record({
  id: fc.integer({ min: 1, max: 8 }).map((n) => `evidence-${n}`),
  number: fc.integer({ min: 1, max: 99 }),
  title: fc.constantFrom('Restore test report', 'Access review', 'Scan'),
  nature: fc.constantFrom('operation', 'operation', 'design'),
  provenance: fc.constantFrom('observed', 'observed', 'attested', 'declared', 'generated'),
  result: arbitraryResult,
  state: fc.constantFrom('active', 'active', 'active', 'withdrawn', 'rejected'),
  collectedAt: fc.integer({ min: -400, max: 20 }).map(day),
  validUntil: fc.option(fc.integer({ min: -450, max: 300 }).map(day), { freq: 3 }),
})

function arbitraryNeed(id: string): fc.Arbitrary<NeedInput> {
  return fc.record({
    id: fc.constant(id),
    title: fc.constantFrom('Restore test', 'Review', 'Policy'),
    cadenceDays: fc.constantFrom(1, 7, 30, 90, 180, 365),
    weight: fc.constantFrom(0, 0.5, 1, 1, 2, 3),
    nature: fc.constantFrom('operation', 'design'),
    collectorId: fc.option(fc.constantFrom(...collectorIds)),
    newest: fc.option(arbitraryEvidence, { freq: 6 }),
  })
}

function arbitraryControl(id: string): fc.Arbitrary<ControlInput> {
  const number = id.slice(-1)
  return fc.record({
    id: fc.constant(id),
    ref: fc.constant(`A.8.${number}`),
    title: fc.constant(`Control ${number}`),
    description: fc.constant(''),
    source: fc.constantFrom('annex_a', 'annex_a', 'own'),
    implementation: fc.constantFrom('implemented', 'implemented', 'implemented', 'partly', 'planned', 'not_started'),
    partlyShare: fc.double({ min: 0, max: 1, noNaN: true }),
    ownerId: fc.option(fc.constantFrom(...personIds)),
    plannedAt: fc.option(arbitraryDay),
    applicable: fc.constantFrom(true, true, true, true, false),
    exclusionJustification: fc.constantFrom('', 'not relevant', 'No premises: all staff work from home, see scope.'),
    writtenReasons: fc.constantFrom<ControlInput['writtenReasons'][]>(
      [],
      [{ kind: 'business', text: 'Good practice' }],
    ),
    needs: fc
      .integer({ min: 0, max: 3 })
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, n) => arbitraryNeed(`${id}-need-${n}`)))),
    annualCostMinor: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
  })
}

function arbitraryInterval(least: number, most: number): fc.Arbitrary<Interval> {
  const end = fc.double({ min: Math.log(least), max: Math.log(most), noNaN: true }).map(Math.exp)
  return fc.tuple(end, end).map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) }))
}

const arbitraryLink: fc.Arbitrary<ControlLink> = fc.record(
  {
    controlId: fc.constantFrom(...controlIds, 'control-gone'),
    effect: fc.constantFrom('frequency', 'loss', 'response'),
    coverage: fc.double({ min: 0, max: 1, noNaN: true }),
    reduction: fc
      .tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }))
      .map(([a, b]) => ({ low: Math.min(a, b), high: Math.max(a, b) })),
  },
  { requiredKeys: ['controlId', 'effect', 'reduction'] },
)

const arbitraryLossShape: fc.Arbitrary<LossShape> = fc.oneof(
  fc
    .uniqueArray(fc.integer({ min: 0, max: 500 * million }), { minLength: 3, maxLength: 3 })
    .map((ends) => ends.sort((a, b) => a - b))
    .map(([minMinor = 0, modeMinor = 1, maxMinor = 2]) => ({ kind: 'pert' as const, minMinor, modeMinor, maxMinor })),
  fc.record({
    kind: fc.constant('amounts' as const),
    amountsMinor: fc.array(fc.integer({ min: 1, max: 500 * million }), { minLength: 1, maxLength: 6 }),
  }),
)

const arbitraryShapes = fc.record(
  {
    frequencyShape: fc.record({
      kind: fc.constant('at_most_once' as const),
      probability: fc.double({ min: 0.001, max: 1, noNaN: true }),
    }),
    lossShape: arbitraryLossShape,
    secondaryLosses: fc.array(
      fc.record({
        name: fc.constant('Fine'),
        probability: fc.double({ min: 0.01, max: 1, noNaN: true }),
        lossMinor: arbitraryInterval(million / 10, 200 * million),
        mostMinor: fc.option(fc.integer({ min: million / 10, max: 300 * million })),
      }),
      { maxLength: 2 },
    ),
    containedSaved: fc.double({ min: 0, max: 1, noNaN: true }),
  },
  { requiredKeys: [] },
)

function arbitraryRisk(id: string): fc.Arbitrary<RiskInput> {
  const plain = fc.record({
    id: fc.constant(id),
    number: fc.constant(Number(id.slice(-1))),
    title: fc.constant(`Scenario ${id.slice(-1)}`),
    category: fc.constant('Scenario'),
    status: fc.constantFrom('draft', 'assessed', 'treated', 'accepted', 'closed'),
    ownerId: fc.option(fc.constantFrom(...personIds), { freq: 6 }),
    assessedBy: fc.constant('user-2'),
    treatment: fc.option(fc.constantFrom('modify', 'retain', 'avoid', 'share'), { freq: 6 }),
    frequency: fc.option(arbitraryInterval(0.01, 20), { freq: 8 }),
    lossMinor: fc.option(arbitraryInterval(million / 10, 1000 * million), { freq: 8 }),
    lossCapMinor: fc.option(fc.integer({ min: million, max: 2000 * million })),
    links: fc.uniqueArray(arbitraryLink, { maxLength: 5, selector: (link) => `${link.controlId} ${link.effect}` }),
    assetIds: fc.constant<readonly string[]>([]),
  })
  const shapes = fc.oneof({ weight: 12, arbitrary: fc.constant({}) }, { weight: 1, arbitrary: arbitraryShapes })
  return fc.tuple(plain, shapes).map(([risk, shape]): RiskInput => ({ ...risk, ...shape }))
}

function arbitraryAcceptance(riskId: string): fc.Arbitrary<AcceptanceInput> {
  return fc.record({
    id: fc.constant(`acceptance-of-${riskId}`),
    riskId: fc.constant(riskId),
    status: fc.constantFrom('valid', 'valid', 'valid', 'reopened', 'withdrawn'),
    acceptedAt: fc.integer({ min: -300, max: 0 }).map(day),
    acceptedByPersonId: fc.constantFrom(...personIds),
    expiresAt: fc.integer({ min: -10, max: 400 }).map(day),
    pinned: fc.record({
      provenLossMinor: fc.double({ min: 0, max: 5000 * million, noNaN: true }),
      level: fc.constantFrom('low', 'medium', 'high', 'critical'),
      methodologyVersion: fc.constantFrom(1, 1, 1, 2),
      ownerId: fc.constantFrom(...personIds),
    }),
  })
}

function arbitraryPerson(id: string): fc.Arbitrary<PersonInput> {
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(`P. ${id.slice(-1)}`),
    userId: fc.constant(`user-${id.slice(-1)}`),
    active: fc.constantFrom(true, true, true, false),
  })
}

function arbitraryCollector(id: string): fc.Arbitrary<CollectorInput> {
  return fc.record({
    id: fc.constant(id),
    name: fc.constant(`Scanner ${id.slice(-1)}`),
    cadenceDays: fc.constantFrom(1, 7, 30),
    active: fc.constantFrom(true, true, true, false),
    lastReportAt: fc.option(fc.integer({ min: -100, max: 10 }).map(day), { freq: 6 }),
  })
}

export const arbitraryMethodology: fc.Arbitrary<MethodologyInput> = fc
  .record({
    version: fc.constantFrom(1, 1, 2),
    maxReduction: fc.constantFrom(0, 0.5, 0.95, 1),
    materialShare: fc.constantFrom(0, 0.2, 1),
    yearlyLossMinor: fc.constantFrom(0, 10 * million, 1000 * million),
    afterInsurance: fc.boolean(),
  })
  .map(({ yearlyLossMinor, afterInsurance, ...fields }) => {
    const { appetite } = aMethodology()
    return aMethodology({ ...fields, appetite: { ...appetite, yearlyLossMinor, afterInsurance } })
  })

const arbitraryPolicies: fc.Arbitrary<readonly InsuranceInput[]> = fc.uniqueArray(
  fc
    .record({
      number: fc.integer({ min: 1, max: 3 }),
      per: fc.constantFrom('event', 'year'),
      deductibleMinor: fc.constantFrom(0, million, 30 * million),
      limitMinor: fc.constantFrom(million, 40 * million),
      validFrom: fc.integer({ min: -60, max: 100 }).map(day),
      lasts: fc.integer({ min: 1, max: 200 }),
      riskIds: fc.option(fc.subarray([...riskIds], { minLength: 1 })),
    })
    .map(({ lasts, riskIds: some, ...fields }) =>
      aPolicy({
        ...fields,
        id: `policy-${fields.number}`,
        validUntil: fields.validFrom + lasts * (day(1) - day(0)),
        riskIds: fields.per === 'year' ? null : some,
      }),
    ),
  { maxLength: 2, selector: ({ id }) => id },
)

const arbitraryAction: fc.Arbitrary<TreatmentActionInput> = fc.record({
  id: fc.integer({ min: 1, max: 9 }).map((n) => `action-${n}`),
  number: fc.integer({ min: 1, max: 9 }),
  riskId: fc.constantFrom(...riskIds),
  controlId: fc.option(fc.constantFrom(...controlIds)),
  title: fc.constant('Set it up'),
  ownerId: fc.option(fc.constantFrom(...personIds)),
  dueAt: arbitraryDay,
  doneAt: fc.option(arbitraryDay),
  costMinor: fc.option(fc.integer({ min: 0, max: 10_000_000 })),
})

const arbitraryObligation: fc.Arbitrary<ObligationInput> = fc.record({
  id: fc.integer({ min: 1, max: 9 }).map((n) => `obligation-${n}`),
  number: fc.integer({ min: 1, max: 9 }),
  title: fc.constantFrom('Data protection law', 'Customer contract'),
  kind: fc.constantFrom('law', 'contract', 'promise'),
  controlIds: fc.subarray([...controlIds]),
})

const arbitraryAsset = fc.record({
  id: fc.integer({ min: 1, max: 9 }).map((n) => `asset-${n}`),
  title: fc.constant('Asset'),
  kind: fc.constantFrom<AssetKind[]>('site', 'source_code', 'personal_data', 'supplier_service', 'endpoint'),
  inScope: fc.boolean(),
})

function arbitrarySome<T>(ids: readonly string[], make: (id: string) => fc.Arbitrary<T>): fc.Arbitrary<readonly T[]> {
  return fc.subarray([...ids]).chain((chosen) => fc.tuple(...chosen.map(make)))
}

const byId = { ...shapes, selector: (item: { readonly id: string }) => item.id }

export const arbitraryChain: fc.Arbitrary<ChainSnapshot> = fc
  .record({
    methodology: arbitraryMethodology,
    controls: arbitrarySome(controlIds, arbitraryControl),
    risks: arbitrarySome(riskIds, arbitraryRisk),
    obligations: fc.uniqueArray(arbitraryObligation, byId),
    assets: fc.uniqueArray(arbitraryAsset, byId),
    people: arbitrarySome(personIds, arbitraryPerson),
    acceptances: arbitrarySome(riskIds, arbitraryAcceptance),
    actions: fc.uniqueArray(arbitraryAction, byId),
    collectors: arbitrarySome(collectorIds, arbitraryCollector),
    policies: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: arbitraryPolicies }),
  })
  .map((fields) => withOneOfEach(aSnapshot(fields)))

// A piece that serves several needs is the same piece in all of them.
function withOneOfEach(chain: ChainSnapshot): ChainSnapshot {
  const pieces = new Map<string, EvidenceInput>()
  const theOne = (piece: EvidenceInput) => {
    const known = pieces.get(piece.id) ?? piece
    pieces.set(piece.id, known)
    return known
  }
  const controls = chain.controls.map((control) => ({
    ...control,
    needs: control.needs.map((need) => ({ ...need, newest: need.newest === null ? null : theOne(need.newest) })),
  }))
  return { ...chain, controls }
}
