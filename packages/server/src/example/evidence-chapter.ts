import { createEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { uploadFile } from '@sinew/contract/file/file-contract.ts'
import { annexAControls, type CatalogueEvidence } from '@sinew/core/catalogue/annex-a.ts'
import { natureOfEvidenceKind } from '@sinew/core/catalogue/evidence-kind.ts'
import { dayInPlace } from './controls-chapter.ts'
import { inDays } from './registers-chapter.ts'
import { reviewSteps } from './review-steps.ts'
import { chance, knownControl, type Scene, type StoryStep, storyDays } from './story.ts'
import { type CastKey, cast } from './story-cast.ts'
import { type StoryControl, storyControls } from './story-controls.ts'
import { storyRisks } from './story-risks.ts'
import { acceptanceThatReopens } from './story-treatment.ts'

/** The restore test of spring: the story's one piece that everybody should look at. Now it is 34 days late. */
export const restoreTestDay = storyDays - 180 - 34
const restoreTest = 'Restore test with result and time'
const acceptedDay = acceptanceThatReopens.day

/** What was attached in the year, need by need: as often as the control's owner kept it up. */
export function evidenceChapter(): readonly StoryStep[] {
  return annexAControls.flatMap((control) => {
    const story = storyControls[control.id]
    const inPlace = story === undefined ? null : dayInPlace(control.id, story)
    if (story === undefined || inPlace === null || story.evidence === 'none') return []
    return control.evidence.flatMap((need, index) => piecesOf(control.id, story, inPlace, need, index))
  })
}

/** Controls that ransomware is accepted on: proven by somebody independent, so that the restore test alone is late. */
const followed: ReadonlySet<string> = new Set(['A.8.13', 'A.8.7', 'A.6.3', 'A.5.30'])

const treatsARisk = new Set(storyRisks.flatMap((risk) => risk.links.map(([ref]) => ref)))

/** How many of the further needs of controls that treat no risk somebody got round to. */
const keptUpShare = 0.66
/** For how many of the needs that come round often the first piece is told too; of the others only the newest. */
const firstToldShare = 0.15

function piecesOf(
  ref: string,
  story: StoryControl,
  inPlace: number,
  need: CatalogueEvidence,
  index: number,
): readonly StoryStep[] {
  const piece = (day: number, provenance: 'declared' | 'attested', fails = false) =>
    pieceOf(ref, story, need, Math.round(day), provenance, fails)
  if (ref === 'A.8.13' && need.title === restoreTest) {
    return [...piece(inPlace + 6, 'attested'), ...piece(restoreTestDay, 'attested')]
  }
  if (!treatsARisk.has(ref) && index > 0 && chance('kept', ref, index) > keptUpShare) return []
  const last = lastDay(ref, story, need, index)
  if (followed.has(ref)) {
    // Told at every turn since the weeks before the acceptance; of the time before, every few months.
    const days = [last]
    for (let day = last; day > inPlace + 4; ) {
      day -= Math.max(need.cadenceDays * 0.95, day > acceptedDay - 30 ? 25 : 60)
      if (day > inPlace + 4) days.push(day)
    }
    return days.flatMap((day) => piece(day, 'attested'))
  }
  const provenance = provenanceOf(ref, story, index)
  const fails = story.evidence === 'failing' && index === failingNeed(ref)
  const newest = last > inPlace ? piece(last, provenance, fails) : []
  const first = inPlace + 5 + Math.floor(chance('first', ref, index) * 8)
  const tellsFirst = treatsARisk.has(ref) && need.cadenceDays <= 90 && chance('told', ref, index) < firstToldShare
  return tellsFirst && first < last - 20 ? [...piece(first, provenance), ...newest] : newest
}

/** The need whose newest piece fails: the last that shows operation. */
function failingNeed(ref: string): number {
  const evidence = annexAControls.find((control) => control.id === ref)?.evidence ?? []
  return evidence.findLastIndex((need) => natureOfEvidenceKind(need.kind) === 'operation')
}

function lastDay(ref: string, story: StoryControl, need: CatalogueEvidence, index: number): number {
  const age = 0.08 + 0.78 * chance('age', ref, index)
  if (story.evidence === 'slipped' && need.cadenceDays <= 180) {
    return Math.round(storyDays - need.cadenceDays * 1.15 - 20 * chance('slip', ref, index))
  }
  return Math.round(storyDays - 2 - Math.min(need.cadenceDays, 200) * age)
}

function provenanceOf(ref: string, story: StoryControl, index: number): 'declared' | 'attested' {
  return story.owner !== 'tomas' && chance('attested', ref, index) < 0.45 ? 'attested' : 'declared'
}

/** Attached by the control's owner, or by the ISMS manager who looked himself; then reviewed by somebody else. */
function pieceOf(
  ref: string,
  story: StoryControl,
  need: CatalogueEvidence,
  day: number,
  provenance: 'declared' | 'attested',
  fails: boolean,
): readonly StoryStep[] {
  const who: CastKey = provenance === 'attested' ? 'tomas' : story.owner
  const key = `${ref} ${need.title} ${day}`
  const act = (scene: Scene) => attach(scene, { ref, need, who, provenance, fails, key })
  return [{ day, who, settle: ref === 'A.8.13', act }, ...reviewSteps(key, who, day)]
}

type Piece = {
  readonly ref: string
  readonly need: CatalogueEvidence
  readonly who: CastKey
  readonly provenance: 'declared' | 'attested'
  readonly fails: boolean
  readonly key: string
}

async function attach(scene: Scene, { ref, need, who, provenance, fails, key }: Piece): Promise<void> {
  const { client, organizationId, memory, at } = scene
  const served = knownControl(memory, ref).needs.find((one) => one.title === need.title)
  if (!served) throw new Error(`${ref} has no need called ${need.title}.`)
  const form = formOf(ref, need)
  const { name } = cast.find((member) => member.key === who) ?? { name: who }
  const fileId = form === 'file' ? (await uploadReport(scene, ref, need.title, name, fails)).id : null
  const made = await client.call(createEvidence, {
    params: { organizationId },
    body: {
      title: `${need.title}, ${at.toISOString().slice(0, 7)}`,
      kind: form,
      fileId,
      url: form === 'link' ? `https://wiki.brightwater.example/isms/${ref.toLowerCase()}` : null,
      note: noteOf(fails),
      nature: served.nature,
      provenance,
      result: fails ? { kind: 'fail' } : { kind: 'pass' },
      periodFrom: served.nature === 'operation' ? inDays(at, -Math.min(served.cadenceDays, 90)) : null,
      periodTo: served.nature === 'operation' ? at.toISOString() : null,
      collectedAt: at.toISOString(),
      needIds: [served.id],
    },
  })
  memory.evidence.set(key, { id: made.id, version: made.version })
}

function formOf(ref: string, need: CatalogueEvidence): 'file' | 'link' | 'note' {
  if (['report', 'export', 'log'].includes(need.kind)) return 'file'
  return chance('form', ref, need.title) < 0.4 ? 'link' : 'note'
}

function noteOf(fails: boolean): string {
  return fails
    ? 'Open points remain; see the list. To be repeated when they are closed.'
    : 'Looked at the whole period; nothing open.'
}

/** A small report as a text file: enough to open, hash and download. */
async function uploadReport(
  { client, organizationId, at }: Scene,
  ref: string,
  title: string,
  name: string,
  fails: boolean,
) {
  const lines = [
    title,
    `Control: ${ref}`,
    `Date: ${at.toISOString().slice(0, 10)}`,
    `By: ${name}`,
    `Result: ${fails ? 'not met' : 'met'}`,
    noteOf(fails),
  ]
  return client.call(uploadFile, {
    params: { organizationId },
    query: { name: `${ref.toLowerCase()}-${at.toISOString().slice(0, 10)}.txt` },
    body: `${lines.join('\n')}\n`,
  })
}
