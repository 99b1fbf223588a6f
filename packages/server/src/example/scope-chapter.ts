import {
  climateDecisions,
  contextIssues,
  interestedParties,
  ismsProcesses,
  ismsRisks,
  partyRequirements,
  processFeeds,
  scopeBoundaries,
  scopeVersions,
  services,
  sites,
  units,
} from '@sinew/contract/context/context-contract.ts'
import { makeObligation } from '@sinew/contract/context/requirement-obligation-contract.ts'
import { startScopeVersion } from '@sinew/contract/context/scope-contract.ts'
import { inDays } from './registers-chapter.ts'
import { known, type Memory, type Scene, type StoryStep, storyDays } from './story.ts'
import type { CastKey } from './story-cast.ts'
import {
  storyBoundaries,
  storyFeeds,
  storyIssues,
  storyProcesses,
  storyServices,
  storySites,
  storyUnits,
} from './story-governance.ts'

/** Where the company stands, what the ISMS covers and how its processes feed each other. */
export function scopeChapter(): readonly StoryStep[] {
  return [
    { day: 3, who: 'tomas', act: places },
    { day: 5, who: 'tomas', act: issues },
    { day: 8, who: 'mara', act: climate },
    { day: 9, who: 'tomas', act: parties },
    ...processSteps(),
    ...scopeSteps(16, 'Scope of the first year', null),
    ...scopeSteps(236, 'Scope with the telephone line', 'scope-care'),
    ...ismsRiskSteps(),
  ]
}

const owned = <T extends { readonly owner: CastKey }>({ owner, ...body }: T, memory: Memory) => ({
  ...body,
  ownerId: known(memory.people, owner),
})

async function places({ client, organizationId, memory }: Scene): Promise<void> {
  const params = { organizationId }
  for (const site of storySites) await client.call(sites.create, { params, body: owned(site, memory) })
  for (const unit of storyUnits) await client.call(units.create, { params, body: owned(unit, memory) })
  for (const service of storyServices) await client.call(services.create, { params, body: owned(service, memory) })
}

async function issues({ client, organizationId, memory, at }: Scene): Promise<void> {
  const params = { organizationId }
  const reviewAt = inDays(at, storyDays + 20)
  for (const issue of storyIssues)
    await client.call(contextIssues.create, { params, body: { ...owned(issue, memory), reviewAt } })
}

async function climate({ client, organizationId, at }: Scene): Promise<void> {
  await client.call(climateDecisions.create, {
    params: { organizationId },
    body: {
      isRelevant: 'yes',
      reasoning:
        'Heat and heavy rain closed the office for two days last summer, and two clinics ask for our plan. The provider’s region has own power and lies above flood plains, so the service itself is little exposed.',
      // Runs out a few days before today, so that the question is open again.
      revisitAt: inDays(at, storyDays - 16),
    },
  })
}

async function parties({ client, organizationId, memory, at }: Scene): Promise<void> {
  const params = { organizationId }
  const reviewAt = inDays(at, storyDays + 11)
  const ownerId = known(memory.people, 'ruth')
  const clinics = await client.call(interestedParties.create, {
    params,
    body: {
      name: 'Clinics',
      kind: 'customer',
      relevance: 'They trust us with their patients’ data.',
      ownerId,
      reviewAt,
    },
  })
  const staff = await client.call(interestedParties.create, {
    params,
    body: { name: 'Our staff', kind: 'staff', relevance: 'Without them no control runs.', ownerId, reviewAt },
  })
  const requirement = await client.call(partyRequirements.create, {
    params,
    body: { partyId: clinics.id, title: 'Tell us of a breach within 24 hours', source: 'Contract, annex 3' },
  })
  const one = { organizationId, partyRequirementId: requirement.id }
  await client.call(makeObligation, { params: one, ifMatch: requirement.version, body: { kind: 'contract' } })
  await client.call(partyRequirements.create, {
    params,
    body: {
      partyId: clinics.id,
      title: 'Show how you prepare for heat and floods',
      source: 'Tender of two clinics',
      isClimate: 'yes',
      isAddressed: 'addressed',
      answer: 'By the continuity plan and its yearly exercise.',
    },
  })
  await client.call(partyRequirements.create, {
    params,
    body: {
      partyId: staff.id,
      title: 'No monitoring of single people',
      isAddressed: 'addressed',
      answer: 'Logs are read by cause only, with a second person; agreed with the staff.',
    },
  })
}

/** What feeds what is drawn at the beginning; each process runs on its day. */
function processSteps(): readonly StoryStep[] {
  const ids = new Map<string, string>()
  const draw = async ({ client, organizationId, memory }: Scene) => {
    const params = { organizationId }
    for (const { ran: _, ...process } of storyProcesses) {
      const made = await client.call(ismsProcesses.create, { params, body: owned(process, memory) })
      ids.set(made.name, made.id)
    }
    for (const [from, to, title] of storyFeeds)
      await client.call(processFeeds.create, {
        params,
        body: { fromProcessId: known(ids, from), processId: known(ids, to), title },
      })
  }
  const run = async ({ client, organizationId, at }: Scene, name: string) => {
    const params = { organizationId, ismsProcessId: known(ids, name) }
    const { version } = await client.call(ismsProcesses.get, { params })
    await client.call(ismsProcesses.update, { params, ifMatch: version, body: { lastRunAt: at.toISOString() } })
  }
  return [
    { day: 14, who: 'tomas', act: draw },
    ...storyProcesses.flatMap(({ ran, name = '' }): StoryStep[] =>
      ran === undefined ? [] : [{ day: ran, who: 'tomas', act: (scene) => run(scene, name) }],
    ),
  ]
}

/** Written by the ISMS manager, approved by the managing director; the next version by a planned change. */
function scopeSteps(day: number, title: string, change: string | null): readonly StoryStep[] {
  let scopeVersionId = ''
  const move = async ({ client, organizationId }: Scene, to: string) => {
    const params = { organizationId, scopeVersionId }
    const { version } = await client.call(scopeVersions.get, { params })
    await client.call(scopeVersions.move, { params, ifMatch: version, body: { to } })
  }
  return [
    {
      day,
      who: 'tomas',
      act: async (scene) => {
        const { client, organizationId, memory, at } = scene
        const params = { organizationId }
        const made = await client.call(startScopeVersion, { params, body: { title } })
        scopeVersionId = made.id
        const added: typeof storyBoundaries =
          change === null
            ? storyBoundaries
            : [
                {
                  title: 'Telephone provider',
                  kind: 'interface',
                  reason: 'Recordings are encrypted and kept for 30 days.',
                },
              ]
        for (const boundary of added)
          await client.call(scopeBoundaries.create, { params, body: { ...boundary, scopeVersionId } })
        await client.call(scopeVersions.update, {
          params: { organizationId, scopeVersionId },
          ifMatch: made.version,
          body: {
            nextReviewAt: inDays(at, 365),
            ...(change === null
              ? {}
              : {
                  changeId: known(memory.changes, change),
                  note: 'The telephone line of customer care and its recordings are in.',
                  statement: made.statement.replace('support of', 'support, by telephone too, of'),
                }),
          },
        })
        await move(scene, 'proposed')
      },
    },
    { day: day + 3, who: 'mara', act: (scene) => move(scene, 'approved') },
  ]
}

function ismsRiskSteps(): readonly StoryStep[] {
  return [
    {
      day: 40,
      who: 'tomas',
      act: async ({ client, organizationId, memory, at }) => {
        const params = { organizationId }
        const dueAt = inDays(at, 320)
        await client.call(ismsRisks.create, {
          params,
          body: {
            title: 'The only person who knows the ISMS is away',
            effect: 'Reviews, evidence and answers to clinics stop within weeks.',
            action: 'Name and train a deputy.',
            ownerId: known(memory.people, 'noor'),
            dueAt,
          },
        })
        await client.call(ismsRisks.create, {
          params,
          body: {
            title: 'Clinics share one questionnaire',
            kind: 'opportunity',
            effect: 'One set of answers instead of thirty.',
            action: 'Join the working group of the branch.',
            ownerId: known(memory.people, 'ruth'),
            dueAt,
          },
        })
      },
    },
  ]
}
