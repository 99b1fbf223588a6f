import { acknowledgeReading, campaigns, listReading } from '@sinew/contract/acknowledgement/acknowledgement-contract.ts'
import {
  createDocumentFromTemplate,
  documents,
  externalDocuments,
  promises,
  retentionRules,
} from '@sinew/contract/document/document-contract.ts'
import {
  approveDocumentVersion,
  createDocumentDraft,
  type DocumentVersion,
  getDocumentVersion,
  publishDocumentVersion,
  submitDocumentVersion,
  updateDocumentDraft,
} from '@sinew/contract/document/document-version-contract.ts'
import { inDays } from './registers-chapter.ts'
import { known, knownControl, type Scene, type StoryStep } from './story.ts'
import type { CastKey } from './story-cast.ts'
import { policyChange, type StoryDocument, storyDocuments } from './story-documents.ts'

/** Who has read the policy, and how many days after they were asked; Stefan has not got round to it. */
const readers: readonly (readonly [CastKey, number])[] = [
  ['tomas', 1],
  ['jana', 2],
  ['priya', 3],
  ['luca', 5],
  ['aiko', 8],
  ['noor', 12],
]

/** Documents of the story by their template: the document, and its version in work. */
type Made = Map<string, { readonly documentId: string; readonly versionId: string }>

/** Policies written from templates, approved by somebody else, read by those they are for; one review that nobody made. */
export function documentsChapter(): readonly StoryStep[] {
  const made: Made = new Map()
  const policyDay = 26
  const askedAgain = policyChange.day + 6
  return [
    { day: 19, who: 'tomas', act: (scene) => startRegisters(scene) },
    ...storyDocuments.flatMap((one) => stepsOf(one, made)),
    { day: policyDay, who: 'tomas', act: (scene) => ask(scene, made) },
    ...readers.map(([who, days]) => ({ day: policyDay + days, who, act: readAll })),
    { day: policyChange.day, who: 'tomas', act: (scene) => changePolicy(scene, made) },
    { day: policyChange.day + 5, who: 'mara', act: (scene) => decide(scene, made, 'is-policy') },
    ...readers.slice(0, 4).map(([who, days]) => ({ day: askedAgain + days, who, act: readAll })),
  ]
}

function stepsOf(one: StoryDocument, made: Made): readonly StoryStep[] {
  const { day, owner, approver } = one
  const written: StoryStep = { day, who: owner, act: (scene) => write(scene, one, made) }
  if (approver === null) return [written]
  return [written, { day: day + 4, who: approver, act: (scene) => decide(scene, made, one.template) }]
}

async function startRegisters({ client, organizationId, memory, at }: Scene): Promise<void> {
  const params = { organizationId }
  await client.call(externalDocuments.create, {
    params,
    body: {
      title: 'ISO/IEC 27001',
      source: 'ISO',
      edition: '2022, with Amendment 1:2024',
      usedFor: 'What the management system is built after and certified against.',
      ownerId: known(memory.people, 'tomas'),
      cadenceDays: 365,
      checkedAt: at.toISOString(),
      nextCheckAt: inDays(at, 365),
    },
  })
  await client.call(retentionRules.create, {
    params,
    body: {
      title: 'Policies, processes and their approvals',
      appliesTo: ['Policies', 'Processes', 'Acknowledgements'],
      keepYears: 6,
      basis: 'A certification cycle of three years and the current one.',
      ownerId: known(memory.people, 'tomas'),
    },
  })
}

async function write({ client, organizationId, memory }: Scene, one: StoryDocument, made: Made): Promise<void> {
  const params = { organizationId }
  const ownerId = known(memory.people, one.owner)
  const started = await client.call(createDocumentFromTemplate, { params, body: { templateId: one.template, ownerId } })
  made.set(one.template, { documentId: started.id, versionId: started.documentVersionId })
  if (one.cadenceDays !== undefined) {
    const document = { ...params, documentId: started.id }
    await client.call(documents.update, { params: document, ifMatch: 1, body: { cadenceDays: one.cadenceDays } })
  }
  for (const { sentence, control, days, who } of one.promises ?? [])
    await client.call(promises.create, {
      params,
      body: {
        title: sentence,
        documentId: started.id,
        controlId: knownControl(memory, control).id,
        cadenceDays: days,
        ownerId: known(memory.people, who),
      },
    })
  if (one.approver === null) return
  const version = { ...params, documentVersionId: started.documentVersionId }
  let current = await client.call(getDocumentVersion, { params: version })
  if (one.said !== undefined) {
    const content = Object.entries(one.said).reduce((text, [open, said]) => text.replace(open, said), current.content)
    current = await client.call(updateDocumentDraft, { params: version, ifMatch: current.version, body: { content } })
  }
  await client.call(submitDocumentVersion, { params: version, ifMatch: current.version })
}

async function decide({ client, organizationId }: Scene, made: Made, template: string): Promise<DocumentVersion> {
  const params = { organizationId, documentVersionId: made.get(template)?.versionId ?? '' }
  const { version } = await client.call(getDocumentVersion, { params })
  const body = { note: 'Read in full, and discussed with the authors.' }
  const approved = await client.call(approveDocumentVersion, { params, ifMatch: version, body })
  return client.call(publishDocumentVersion, { params, ifMatch: approved.version, body: {} })
}

async function ask({ client, organizationId, at }: Scene, made: Made): Promise<void> {
  await client.call(campaigns.create, {
    params: { organizationId },
    body: {
      title: 'Read the security policy',
      documentId: made.get('is-policy')?.documentId ?? '',
      dueAt: inDays(at, 21),
      message: 'Four minutes of reading that matter. Ask Tomas when something is unclear.',
    },
  })
}

async function readAll({ client, organizationId }: Scene): Promise<void> {
  const params = { organizationId }
  const { open } = await client.call(listReading, { params })
  for (const { requestId, documentVersionId } of open)
    await client.call(acknowledgeReading, {
      params: { ...params, acknowledgementRequestId: requestId },
      body: { documentVersionId },
    })
}

async function changePolicy({ client, organizationId }: Scene, made: Made): Promise<void> {
  const policy = made.get('is-policy')
  if (policy === undefined) throw new Error('The story has not written its policy yet.')
  const draft = await client.call(createDocumentDraft, {
    params: { organizationId, documentId: policy.documentId },
    body: { changeNote: policyChange.note },
  })
  const params = { organizationId, documentVersionId: draft.id }
  const content = draft.content.replace('\n\n# Who does what', `\n${policyChange.text}\n\n# Who does what`)
  const changed = await client.call(updateDocumentDraft, { params, ifMatch: draft.version, body: { content } })
  await client.call(submitDocumentVersion, { params, ifMatch: changed.version })
  made.set('is-policy', { documentId: policy.documentId, versionId: draft.id })
}
