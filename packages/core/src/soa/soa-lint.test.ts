import { describe, expect, test } from 'vitest'
import { annexAControls } from '../catalogue/annex-a.ts'
import type { ChainSnapshot, ControlInput } from '../chain/chain-snapshot.ts'
import { deriveChain } from '../chain/derive-chain.ts'
import { aControl, aNeed, anEvidence, aRisk, aSnapshot, day } from '../test/sample-chain.ts'
import { annexARefs } from './annex-a-refs.ts'
import { assetControls } from './asset-controls.ts'
import { lintRules } from './lint-issue.ts'

/** Issues of a statement that has all 93, `changed` of which are as given; the others have nothing to complain about. */
function lint(changed: readonly Partial<ControlInput>[], fields: Partial<ChainSnapshot> = {}, t = day(1)) {
  const given = changed.map((control, i) => aControl({ id: `control-${i + 1}`, ref: 'A.8.13', ...control }))
  const others = annexARefs
    .filter((ref) => !given.some((control) => control.ref === ref))
    .map((ref) =>
      aControl({
        id: `other-${ref}`,
        ref,
        needs: [aNeed({ id: `need-${ref}`, newest: anEvidence({ collectedAt: t }) })],
      }),
    )
    .map((control): ControlInput => ({ ...control, writtenReasons: [{ kind: 'legal', text: 'Required by law' }] }))
  const snapshot = aSnapshot({ controls: [...given, ...others], acceptances: [], ...fields })
  return deriveChain(snapshot, t).lint
}

const rules = (issues: ReturnType<typeof lint>) => issues.map((issue) => issue.rule)
const excluded = (exclusionJustification: string) => ({ applicable: false, exclusionJustification })
const good = 'No premises: all staff work from home, see the scope.'
const noRisk = { risks: [] }
const law = { id: 'o', number: 3, title: 'Data protection law', kind: 'law', controlIds: ['control-1'] } as const
const action = (fields = {}) => {
  return {
    id: 'action-1',
    number: 4,
    riskId: 'risk-1',
    controlId: 'control-1',
    title: 'Set up',
    ownerId: null,
    dueAt: day(9),
    doneAt: null,
    costMinor: null,
    ...fields,
  }
}
const collector = { id: 'collector-1', name: 'Prowler', cadenceDays: 7, active: true, lastReportAt: day(0) }
const collected = { needs: [aNeed({ collectorId: 'collector-1' })] }
const decision = { id: 'd', controlId: 'control-1', at: day(0), actorName: 'J. Doe', reason: 'too much work' } as const

describe('lint of the Statement of Applicability', () => {
  test.each<[string, readonly Partial<ControlInput>[], Partial<ChainSnapshot>, readonly string[]]>([
    ['nothing wrong', [{}], {}, []],
    ['excluded, nothing needs it, with a fact', [excluded(good)], noRisk, []],
    ['excluded but a risk needs it', [excluded(good)], {}, ['excluded-but-needed-by-treatment']],
    ['excluded, the risk is closed', [excluded(good)], { risks: [aRisk({ status: 'closed' })] }, []],
    [
      'excluded but a law needs it',
      [excluded(good)],
      { ...noRisk, obligations: [law] },
      ['excluded-but-needed-by-obligation'],
    ],
    ['excluded without a word', [excluded(' ')], noRisk, ['excluded-without-justification']],
    ['excluded with an empty phrase', [excluded('Not relevant.')], noRisk, ['exclusion-justification-thin']],
    ['excluded in four words', [excluded('we do not')], noRisk, ['exclusion-justification-thin']],
    [
      'excluded though a site is in scope',
      [{ ref: 'A.7.1', ...excluded(good) }],
      { ...noRisk, assets: [{ id: 'a', title: 'Office', kind: 'site', inScope: true }] },
      ['excluded-although-asset-in-scope'],
    ],
    [
      'excluded, the site is out of scope',
      [{ ref: 'A.7.1', ...excluded(good) }],
      { ...noRisk, assets: [{ id: 'a', title: 'Office', kind: 'site', inScope: false }] },
      [],
    ],
    ['not decided yet', [{}], noRisk, ['undecided']],
    ['not decided yet: who answers for it comes later', [{ ownerId: null }], noRisk, ['undecided']],
    [
      'a control of our own that came after the approval',
      [{}],
      { ...noRisk, pinnedControlIds: ['other'] },
      ['undecided'],
    ],
    ['approved, and its reason went', [{}], { ...noRisk, pinnedControlIds: ['control-1'] }, ['included-for-no-reason']],
    [
      'approved, and neither reason nor owner is left',
      [{ ownerId: null }],
      { ...noRisk, pinnedControlIds: ['control-1'] },
      ['included-for-no-reason', 'no-owner'],
    ],
    ['approved, with its reason', [{}], { pinnedControlIds: ['control-1'] }, []],
    ['decided by a written reason', [{ writtenReasons: [{ kind: 'legal', text: 'Law' }] }], noRisk, []],
    ['decided by leaving it out', [excluded(good)], noRisk, []],
    ['included by a written reason', [{ writtenReasons: [{ kind: 'business', text: 'Customers ask' }] }], noRisk, []],
    ['implemented while its action is open', [{}], { actions: [action()] }, ['implemented-while-action-open']],
    ['its action is done', [{}], { actions: [action({ doneAt: day(0) })] }, []],
    ['partly while its action is open', [{ implementation: 'partly', partlyShare: 0.5 }], { actions: [action()] }, []],
    ['implemented but nothing collected', [{ needs: [aNeed({ newest: null })] }], {}, ['implemented-but-unproven']],
    [
      'implemented but withdrawn',
      [{ needs: [aNeed({ newest: anEvidence({ state: 'withdrawn' }) })] }],
      {},
      ['implemented-but-unproven'],
    ],
    [
      'planned, nothing collected',
      [{ implementation: 'planned', plannedAt: day(9), needs: [aNeed({ newest: null })] }],
      {},
      [],
    ],
    [
      'implemented but failing',
      [{ needs: [aNeed({ newest: anEvidence({ result: { kind: 'fail' } }) })] }],
      {},
      ['implemented-but-failing'],
    ],
    [
      'planned and failing',
      [
        {
          implementation: 'planned',
          plannedAt: day(9),
          needs: [aNeed({ newest: anEvidence({ result: { kind: 'fail' } }) })],
        },
      ],
      {},
      ['implemented-but-failing'],
    ],
    ['stale', [{ needs: [aNeed({ newest: anEvidence({ collectedAt: day(-200) }) })] }], {}, ['stale']],
    ['no owner', [{ ownerId: null }], {}, ['no-owner']],
    ['owner unknown', [{ ownerId: 'nobody' }], {}, ['owner-left']],
    ['nothing that would prove it', [{ needs: [] }], {}, ['no-needs']],
    ['only needs that weigh nothing', [{ needs: [aNeed({ weight: 0 })] }], {}, ['no-needs']],
    ['planned, nothing that would prove it', [{ implementation: 'planned', plannedAt: day(9), needs: [] }], {}, []],
    ['planned without a date', [{ implementation: 'planned', needs: [] }], {}, ['planned-without-date']],
    ['partly without a date', [{ implementation: 'partly', partlyShare: 0.5 }], {}, ['planned-without-date']],
    ['planned by an action', [{ implementation: 'planned', needs: [] }], { actions: [action()] }, []],
    ['not started', [{ implementation: 'not_started', needs: [] }], {}, []],
    ['its collector reports', [collected], { collectors: [collector] }, []],
    ['its collector is a little late', [collected], { collectors: [{ ...collector, lastReportAt: day(-8) }] }, []],
    [
      'its collector is silent',
      [collected],
      { collectors: [{ ...collector, lastReportAt: day(-14) }] },
      ['collector-silent'],
    ],
    [
      'its collector never reported',
      [collected],
      { collectors: [{ ...collector, lastReportAt: null }] },
      ['collector-silent'],
    ],
    [
      'its collector is switched off',
      [collected],
      { collectors: [{ ...collector, active: false }] },
      ['collector-silent'],
    ],
    ['its collector is gone', [collected], {}, ['collector-silent']],
    [
      'a need was removed',
      [{}],
      { decisions: [{ ...decision, kind: 'need_removed', sentence: 'Need removed by J. Doe' }] },
      ['need-removed'],
    ],
    [
      'a need was weakened',
      [{}],
      { decisions: [{ ...decision, kind: 'need_weakened', sentence: 'Every 30 → 365 days' }] },
      ['need-weakened'],
    ],
    [
      'a collector was retired',
      [{}],
      { decisions: [{ ...decision, kind: 'collector_retired', sentence: 'Prowler off' }] },
      ['collector-retired'],
    ],
    [
      'an exclusion that was decided shows itself',
      [excluded(good)],
      { ...noRisk, decisions: [{ ...decision, kind: 'control_excluded', sentence: 'x' }] },
      [],
    ],
    ['one of Annex A twice', [{}, {}], {}, ['not-93', 'undecided']],
    [
      'an own control besides',
      [{}, { ref: 'C-1', source: 'own', writtenReasons: [{ kind: 'contractual', text: 'Contract' }] }],
      {},
      [],
    ],
    [
      'everything at once, errors first',
      [
        { ...excluded(''), ref: 'A.7.1' },
        { ref: 'A.8.14', ownerId: null, needs: [] },
      ],
      { ...noRisk, obligations: [law], pinnedControlIds: ['control-2'] },
      [
        'excluded-but-needed-by-obligation',
        'excluded-without-justification',
        'included-for-no-reason',
        'no-owner',
        'no-needs',
      ],
    ],
  ])('%s', (_what, controls, fields, expected) => {
    expect(rules(lint(controls, fields))).toEqual(expected)
  })

  test('business reasons everywhere are no reasons', () => {
    const controls = annexARefs.map((ref): Partial<ControlInput> => {
      return {
        ref,
        needs: [aNeed({ id: `need-${ref}` })],
        writtenReasons: [{ kind: 'business', text: 'Best practice' }],
      }
    })
    expect(rules(lint(controls, noRisk))).toEqual(['only-business-reason-everywhere'])
    expect(rules(lint(controls))).toEqual([])
  })

  test('fewer than 93 are named', () => {
    const issues = deriveChain(aSnapshot(), day(1)).lint
    expect(issues[0]).toMatchObject({ rule: 'not-93', severity: 'error', controlId: null, fix: { entity: 'soa' } })
    expect(issues[0]?.sentence).toBe(
      'The statement covers 1 of the 93 controls of Annex A. Missing: A.5.1, A.5.2, A.5.3, A.5.4, A.5.5, ….',
    )
  })

  test('each issue says what is wrong and where it is repaired', () => {
    const [failing] = lint([{ needs: [aNeed({ newest: anEvidence({ result: { kind: 'fail' } }) })] }])
    expect(failing).toEqual({
      rule: 'implemented-but-failing',
      severity: 'warning',
      controlId: 'control-1',
      ref: 'A.8.13',
      sentence: 'A.8.13 fails its latest test: Restore test.',
      fix: { entity: 'need', id: 'need-1', action: 'repair' },
    })
    expect(lint([excluded(good)])[0]?.sentence).toBe('A.8.13 is excluded, but the treatment of R-12 needs it.')
    expect(lint([{ needs: [aNeed({ newest: anEvidence({ state: 'rejected' }) })] }])[0]?.sentence).toBe(
      'A.8.13 is implemented, but not proven: Restore test, the latest piece was rejected.',
    )
    expect(lint([{}], { actions: [action()] })[0]?.fix).toEqual({
      entity: 'action',
      id: 'action-1',
      action: 'finish_action',
    })
  })

  test('every rule has a case above', () => {
    expect(Object.keys(lintRules)).toHaveLength(21)
  })
})

describe('references of Annex A', () => {
  test('are those of the catalogue, in its order', () => {
    expect(annexARefs).toEqual(annexAControls.map((control) => control.id))
  })

  test('that assets call for exist', () => {
    for (const { refs } of Object.values(assetControls)) {
      expect(annexARefs).toEqual(expect.arrayContaining([...refs]))
      expect(new Set(refs).size).toBe(refs.length)
    }
  })
})
