import { assetRef, riskRef } from '../../explanation/people-ref.ts'
import { levelRank } from '../../risk/risk-level.ts'
import type { ReadinessFacts } from '../readiness-facts.ts'
import { gapIf, gapWhere, type ReadinessRule, type Seen } from '../readiness-rule.ts'
import { isOwnedByNobody, isUnacceptable, openRisks } from '../risk-facts.ts'

type Risk = ReadinessFacts['snapshot']['risks'][number]
const seen = (risks: readonly Risk[]): readonly Seen[] =>
  risks.map(({ number, title }) => ({ entity: 'risk', ref: riskRef(number), title }))

/** 6.1.2 and 8.2: the method, and what it found. */
export const riskRules: readonly ReadinessRule[] = [
  {
    id: 'method-not-looked-at',
    item: '6.1.2.doc',
    grade: 'major',
    requirement: 'The way risks are assessed is the organisation’s own, and approved.',
    find: ({ methodology }) =>
      gapIf(methodology.isDefault, {
        evidence: 'The methodology in force is the one that every organisation starts with.',
        gap: 'Nobody has decided on scales, acceptance criteria and appetite.',
        repair: 'Open the methodology, make it yours and have it approved.',
      }),
  },
  {
    id: 'method-approved-by-its-author',
    item: '6.1.2.a.1',
    grade: 'observation',
    requirement: 'Acceptance criteria are set by somebody entitled to them.',
    find: ({ methodology }) =>
      gapIf(
        !methodology.isDefault &&
          methodology.versions.some(({ status, approvedAlone }) => status === 'approved' && approvedAlone),
        {
          evidence: 'The methodology in force was approved by its own author.',
          gap: 'Nobody else looked at the criteria by which risks are accepted.',
          repair: 'Have the next version approved by somebody in top management.',
        },
      ),
  },
  {
    id: 'no-risks',
    item: '6.1.2.c.1',
    grade: 'major',
    requirement: 'Risks to confidentiality, integrity and availability within the scope are identified.',
    find: ({ snapshot }) =>
      gapIf(openRisks(snapshot).length === 0, {
        evidence: 'The risk register is empty.',
        gap: 'No risk has been identified.',
        repair: 'Add the risks of your sector from the catalogue and adjust them.',
      }),
  },
  {
    id: 'asset-without-risk',
    item: '6.1.2.c.1',
    grade: 'minor',
    requirement: 'Risks to what has to be protected most are identified.',
    find: ({ unassessedAssets }) =>
      gapWhere(
        unassessedAssets.map(({ number, title }) => ({ entity: 'asset', ref: assetRef(number), title })),
        (names) => ({
          evidence: `They need much protection, and no open risk is about them: ${names}.`,
          gap: 'What could happen to them has not been thought of, or is not written down.',
          repair: 'Link the risks they are part of, or add what is missing.',
        }),
      ),
  },
  {
    id: 'risk-without-owner',
    item: '6.1.2.c.2',
    grade: 'minor',
    requirement: 'Every risk has an owner who is here and answers for it.',
    find: ({ snapshot }) =>
      gapWhere(seen(openRisks(snapshot).filter((risk) => isOwnedByNobody(snapshot, risk.ownerId))), (names) => ({
        evidence: `These risks have no owner, or one who has left: ${names}.`,
        gap: 'Nobody can approve their treatment or accept what remains.',
        repair: 'Name an owner with authority over each.',
      })),
  },
  {
    id: 'risk-not-assessed',
    item: '6.1.2.d.1',
    grade: 'minor',
    requirement: 'Consequence and likelihood of every risk are assessed.',
    find: ({ snapshot }) =>
      gapWhere(
        seen(openRisks(snapshot).filter(({ frequency, lossMinor }) => frequency === null || lossMinor === null)),
        (names) => ({
          evidence: `No estimate stands on: ${names}.`,
          gap: 'Their level cannot be told, so that they cannot be compared or ranked.',
          repair: 'Estimate how often each happens and what it costs.',
        }),
      ),
  },
  {
    id: 'assessment-overdue',
    item: '8.2.perform',
    grade: 'minor',
    requirement: 'Risks are assessed again at planned intervals.',
    find: (facts) =>
      gapWhere(
        seen(openRisks(facts.snapshot).filter(({ id }) => (facts.reviewAt.get(id) ?? facts.at) < facts.at)),
        (names, count) => ({
          evidence: `The review of ${count === 1 ? 'this risk' : `these ${count} risks`} is overdue: ${names}.`,
          gap: 'Their assessment is older than the interval that was planned.',
          repair: 'Look at each again, change what has changed, and set the next review.',
        }),
      ),
  },
  {
    id: 'register-asleep',
    item: '8.2.results',
    grade: 'major',
    requirement: 'The results of risk assessments are kept, and the assessment is carried out at planned intervals.',
    find: ({ snapshot, assessedAt, at }) => {
      const days = snapshot.methodology.reviewIntervalDays
      const newest = Math.max(...openRisks(snapshot).map(({ id }) => assessedAt.get(id) ?? Number.NEGATIVE_INFINITY))
      return gapIf(openRisks(snapshot).length > 0 && newest < at - 2 * days * 86_400_000, {
        evidence: `No risk was assessed within twice the planned interval of ${days} days.`,
        gap: 'The register has not been touched since it was made.',
        repair: 'Assess the risks again, beginning with the largest.',
      })
    },
  },
  {
    id: 'unacceptable-and-untreated',
    item: '6.1.3.a',
    grade: 'major',
    requirement: 'A way of treatment is chosen for every risk above the acceptance criteria.',
    find: ({ snapshot, standing }) =>
      gapWhere(
        seen(openRisks(snapshot).filter((risk) => risk.treatment === null && isUnacceptable(snapshot, standing, risk))),
        (names) => ({
          evidence: `No treatment is chosen for: ${names}.`,
          gap: 'They are above what the owner alone may accept, and nothing is done about them.',
          repair: 'Choose to modify, avoid, share or retain each, and say why.',
        }),
      ),
  },
  {
    id: 'modified-by-nothing',
    item: '6.1.3.b',
    grade: 'minor',
    requirement: 'The controls that a treatment needs are determined.',
    find: ({ snapshot }) =>
      gapWhere(
        seen(openRisks(snapshot).filter(({ treatment, links }) => treatment === 'modify' && links.length === 0)),
        (names) => ({
          evidence: `To be modified, and linked to no control: ${names}.`,
          gap: 'It cannot be seen by what these risks are made smaller.',
          repair: 'Link the controls that treat them.',
        }),
      ),
  },
  {
    id: 'residual-risk-not-accepted',
    item: '6.1.3.f',
    grade: 'major',
    requirement: 'Risk owners approve the treatment and accept what remains.',
    find: ({ snapshot, standing }) => {
      const accepted = new Set(standing.acceptances.filter((one) => one.standing === 'valid').map((one) => one.riskId))
      const decided = ({ status, treatment }: Risk) =>
        status === 'treated' || status === 'accepted' || treatment === 'retain'
      return gapWhere(seen(openRisks(snapshot).filter((risk) => decided(risk) && !accepted.has(risk.id))), (names) => ({
        evidence: `No valid acceptance stands on: ${names}.`,
        gap: 'What remains was never accepted by the owner, or the acceptance has ended.',
        repair: 'Ask each owner to accept what remains, or treat it further.',
      }))
    },
  },
  {
    id: 'accepted-by-the-assessor',
    item: '6.1.3.f',
    grade: 'observation',
    requirement: 'Whoever assesses a risk above the lowest level does not accept it as well.',
    find: ({ snapshot, standing }) => {
      const people = new Map(snapshot.people.map((person) => [person.id, person]))
      const acceptances = snapshot.acceptances.filter(
        ({ id, pinned }) =>
          levelRank(pinned.level) > 0 && standing.acceptances.some((one) => one.id === id && one.standing === 'valid'),
      )
      const own = acceptances.flatMap(({ riskId, acceptedByPersonId }) => {
        const risk = snapshot.risks.find(({ id }) => id === riskId)
        const user = people.get(acceptedByPersonId)?.userId ?? null
        return risk !== undefined && user !== null && risk.assessedBy === user ? [risk] : []
      })
      return gapWhere(seen(own), (names) => ({
        evidence: `Assessed and accepted by the same person: ${names}.`,
        gap: 'Nobody else looked at the estimate that the acceptance rests on.',
        repair: 'Have somebody else assess each again, then accept anew.',
      }))
    },
  },
  {
    id: 'appetite-exceeded',
    item: '6.1.2.e.1',
    grade: 'observation',
    requirement: 'Results are compared with the criteria.',
    find: ({ snapshot, standing }) => {
      const proven = standing.risks.reduce(
        (sum, risk) => sum + (risk.counted ? (risk.states?.proven.expectedMinor ?? 0) : 0),
        0,
      )
      const allowed = snapshot.methodology.appetite.yearlyLossMinor
      return gapIf(proven > allowed, {
        evidence: 'The loss to be expected in a year, as far as it is proven, is above the appetite.',
        gap: 'No decision says how it is brought back, or that it is borne.',
        repair: 'Renew the evidence that is worth most, treat the largest risks, or decide on the appetite.',
      })
    },
  },
]
