import { answerCalibrationQuestion, startCalibrationRound } from '@sinew/contract/calibration/calibration-contract.ts'
import { askForEstimates, giveEstimate } from '@sinew/contract/estimate/estimate-contract.ts'
import { calibrationQuestions } from '@sinew/core/calibration/calibration-questions.ts'
import { chance, known, type Scene, type StoryStep } from './story.ts'
import type { CastKey } from './story-cast.ts'

type Given = {
  readonly day: number
  readonly who: CastKey
  readonly threat: string
  readonly perYear: readonly [number, number]
  readonly euros: readonly [number, number]
  readonly note: string
}

/** Before the yearly review three people estimate two risks again, each alone: one they agree on, one they do not. */
const given: readonly Given[] = [
  {
    day: 331,
    who: 'jana',
    threat: 'T-ransomware-phishing',
    perYear: [0.1, 0.6],
    euros: [60_000, 1_100_000],
    note: 'Two of the twelve companies I know of our size were hit in six years.',
  },
  {
    day: 332,
    who: 'priya',
    threat: 'T-ransomware-phishing',
    perYear: [0.15, 1],
    euros: [40_000, 900_000],
    note: 'Restoring takes two days now, not six; the clinics’ claims are what costs.',
  },
  {
    day: 334,
    who: 'stefan',
    threat: 'T-ransomware-phishing',
    perYear: [0.08, 0.5],
    euros: [90_000, 1_600_000],
    note: 'Contract penalties of the three hospital groups, and counsel.',
  },
  {
    day: 331,
    who: 'luca',
    threat: 'T-credential-phishing',
    perYear: [4, 12],
    euros: [500, 6_000],
    note: 'The service desk sees one every six weeks; nearly all are stopped at the second factor.',
  },
  {
    day: 333,
    who: 'aiko',
    threat: 'T-credential-phishing',
    perYear: [2, 8],
    euros: [1_500, 30_000],
    note: 'Counting those that reach a mailbox.',
  },
  {
    day: 335,
    who: 'ruth',
    threat: 'T-credential-phishing',
    perYear: [0.5, 3],
    euros: [8_000, 90_000],
    note: 'Only those after which a clinic had to be told.',
  },
]

/** Ranges of a round that hold the truth, of ten. */
const rounds: readonly { readonly day: number; readonly who: CastKey; readonly hits: number }[] = [
  { day: 329, who: 'jana', hits: 7 },
  { day: 330, who: 'tomas', hits: 9 },
]

/** Several heads on two risks, and a first round of training. Ruth’s narrow meaning shows as a disagreement; Noor has not answered yet. */
export function estimatesChapter(): readonly StoryStep[] {
  return [
    ...rounds.map(({ day, who, hits }) => ({ day, who, act: (scene: Scene) => answerRound(scene, who, hits) })),
    { day: 330, who: 'tomas', act: (scene) => ask(scene, 'T-ransomware-phishing', ['jana', 'priya', 'stefan']) },
    { day: 330, who: 'tomas', act: (scene) => ask(scene, 'T-credential-phishing', ['luca', 'aiko', 'ruth', 'noor']) },
    ...given.map((one) => ({ day: one.day, who: one.who, act: (scene: Scene) => give(scene, one) })),
  ]
}

async function ask({ client, organizationId, memory }: Scene, threat: string, who: readonly CastKey[]): Promise<void> {
  await client.call(askForEstimates, {
    params: { organizationId, riskId: known(memory.risks, threat) },
    body: {
      personIds: who.map((key) => known(memory.people, key)),
      message: 'Before the yearly review: alone, as if no control were there.',
    },
  })
}

async function give({ client, organizationId, memory }: Scene, one: Given): Promise<void> {
  await client.call(giveEstimate, {
    params: { organizationId, riskId: known(memory.risks, one.threat) },
    body: {
      frequency: { low: one.perYear[0], high: one.perYear[1] },
      lossMinor: { low: one.euros[0] * 100, high: one.euros[1] * 100 },
      note: one.note,
    },
  })
}

const questions = new Map(calibrationQuestions.map((question) => [question.text, question]))

/** The last ranges of a round miss: their middle is off by more than their width. */
async function answerRound({ client, organizationId }: Scene, who: CastKey, hits: number): Promise<void> {
  const params = { organizationId }
  const round = await client.call(startCalibrationRound, { params, body: {} })
  for (const { position, text } of round.answers) {
    const question = questions.get(text)
    if (question === undefined) throw new Error(`The catalogue has no question “${text}”.`)
    const width = 0.3 + chance(who, text)
    const off = position > hits ? 1.7 + chance(text, who) : chance(text, who) - 0.5
    const end = (side: -1 | 1) =>
      question.scale === 'log'
        ? Number((question.truth * 2 ** (width * (off + side))).toPrecision(2))
        : Math.round(question.truth + (question.spread ?? 1) * width * (off + side))
    const one = { ...params, calibrationRoundId: round.id, position: String(position) }
    await client.call(answerCalibrationQuestion, { params: one, body: { low: end(-1), high: end(1) } })
  }
}
