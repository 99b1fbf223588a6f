import { operatingControlRegister } from '../../change/operation-registers.ts'
import { plannedChangeRegister } from '../../change/planned-change-register.ts'
import { metricRegister } from '../../objective/metric-registers.ts'
import { objectiveRegister } from '../../objective/objective-register.ts'
import { recordsIn } from '../readiness-facts.ts'
import { gapIf, gapWhere, type ReadinessRule } from '../readiness-rule.ts'
import { seenIn } from '../seen-records.ts'

/** 6.2, 6.3, 8.1 and 9.1. */
export const planningRules: readonly ReadinessRule[] = [
  {
    id: 'no-objectives',
    item: '6.2.set',
    grade: 'major',
    requirement: 'Information security objectives are set and documented.',
    find: (facts) =>
      gapIf(!recordsIn(facts, objectiveRegister).some(({ status }) => status !== 'dropped'), {
        evidence: 'No objective is set.',
        gap: 'It cannot be told what the ISMS is to achieve.',
        repair: 'Set two or three objectives with measure, target, plan, owner and day.',
      }),
  },
  {
    id: 'objective-overdue',
    item: '6.2.follow',
    grade: 'minor',
    requirement: 'Objectives are followed and judged.',
    find: (facts) =>
      gapWhere(
        seenIn(
          objectiveRegister,
          recordsIn(facts, objectiveRegister).filter(({ standing }) => standing === 'overdue'),
        ),
        (names) => ({
          evidence: `Past their day and not judged: ${names}.`,
          gap: 'Nobody has said whether they were met.',
          repair: 'Judge each: met, missed or dropped, and how that was seen.',
        }),
      ),
  },
  {
    id: 'objective-unmeasured',
    item: '6.2.follow',
    grade: 'minor',
    requirement: 'Objectives are measured, where that can be done.',
    find: (facts) =>
      gapWhere(
        seenIn(
          objectiveRegister,
          recordsIn(facts, objectiveRegister).filter(({ standing }) =>
            ['unmeasured', 'late', 'never'].includes(standing),
          ),
        ),
        (names) => ({
          evidence: `No value that is up to date stands behind: ${names}.`,
          gap: 'It cannot be told how far they are.',
          repair: 'Tie each to a metric, and measure.',
        }),
      ),
  },
  {
    id: 'no-metrics',
    item: '9.1.what',
    grade: 'minor',
    requirement: 'It is determined what is monitored and measured.',
    find: (facts) =>
      gapIf(!recordsIn(facts, metricRegister).some(({ status }) => status === 'active'), {
        evidence: 'No metric is defined.',
        gap: 'Nothing is measured.',
        repair: 'Begin with the metrics that Sinew works out by itself.',
      }),
  },
  {
    id: 'metric-late',
    item: '9.1.results',
    grade: 'minor',
    requirement: 'Measurements are taken when they are due, and kept.',
    find: (facts) =>
      gapWhere(
        seenIn(
          metricRegister,
          recordsIn(facts, metricRegister).filter(({ standing }) => standing === 'late' || standing === 'never'),
        ),
        (names) => ({
          evidence: `Not measured in time: ${names}.`,
          gap: 'What is not measured counts as not met.',
          repair: 'Measure, or push the value from where it arises.',
        }),
      ),
  },
  {
    id: 'metric-not-judged',
    item: '9.1.analyse',
    grade: 'minor',
    requirement: 'Results are analysed and evaluated.',
    find: (facts) =>
      gapWhere(
        seenIn(
          metricRegister,
          recordsIn(facts, metricRegister).filter(({ status, isUnjudged }) => status === 'active' && isUnjudged),
        ),
        (names) => ({
          evidence: `Measured, and not judged: ${names}.`,
          gap: 'Data without evaluation.',
          repair: 'Say what the values tell and what follows.',
        }),
      ),
  },
  {
    id: 'change-overdue',
    item: '6.3',
    grade: 'minor',
    requirement: 'Changes to the ISMS are carried out as planned.',
    find: (facts) =>
      gapWhere(
        seenIn(
          plannedChangeRegister,
          recordsIn(facts, plannedChangeRegister).filter(({ isOverdue }) => isOverdue),
        ),
        (names) => ({
          evidence: `Past its day and not done: ${names}.`,
          gap: 'A planned change hangs in the air.',
          repair: 'Carry it out, or reject it with the reason.',
        }),
      ),
  },
  {
    id: 'outsourced-without-control',
    item: '8.1.external',
    grade: 'observation',
    requirement: 'Processes and services that others provide are determined and controlled.',
    find: (facts) =>
      gapIf(!recordsIn(facts, operatingControlRegister).some(({ kind }) => kind === 'outsourced'), {
        evidence: 'Nothing that others do for the organisation is listed with how it is controlled.',
        gap: 'It cannot be told how outsourced work is kept under control.',
        repair: 'List hosting, support and the like, with what is checked and how often.',
      }),
  },
]
