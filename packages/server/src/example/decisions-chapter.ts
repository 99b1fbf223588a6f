import type { BodyOf } from '@sinew/contract/client.ts'
import { updateControl } from '@sinew/contract/control/control-contract.ts'
import {
  approveMethodology,
  createMethodologyDraft,
  getMethodologyVersion,
  updateMethodologyDraft,
} from '@sinew/contract/methodology/methodology-contract.ts'
import { updateSoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { approveSoaVersion, listSoaVersions, proposeSoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { known, knownControl, type Scene, type StoryStep } from './story.ts'
import { storyControls } from './story-controls.ts'

/** What management decided: the method, what is left out, and three versions of the Statement of Applicability. */
export function decisionsChapter(): readonly StoryStep[] {
  return [
    ...methodologySteps(),
    ...exclusionSteps(),
    ...businessReasonSteps(),
    ...soaSteps(82, 'First version for the offer of the certification body.'),
    ...soaSteps(262, 'After the second risk workshop and the controls of summer.', 'soa-summer'),
    // What changed since the last approved version, so that the statement has something to say.
    { day: 318, who: 'tomas', act: (scene) => exclude(scene, 'A.7.12', cablingWords) },
    { day: 333, who: 'jana', act: (scene) => addRemark(scene, 'A.8.29', 'The retest of two findings is booked.') },
  ]
}

const cablingWords =
  'The building owns and runs all cabling and patch rooms; the rented floor has wireless access only (lease, annex 2, and the site walk of October).'

function methodologySteps(): readonly StoryStep[] {
  let id = ''
  return [
    {
      day: 9,
      who: 'tomas',
      act: async ({ client, organizationId }) => {
        const draft = await client.call(createMethodologyDraft, {
          params: { organizationId },
          body: { note: 'Amounts fitted to our revenue, triggers added.' },
        })
        id = draft.id
        const triggers =
          'Assessed every year, and when a product, a supplier of patient data, a law or the organisation changes, and after each incident.'
        await client.call(updateMethodologyDraft, {
          params: { organizationId, methodologyId: id },
          ifMatch: draft.version,
          body: {
            content: {
              ...draft.content,
              scope: `${draft.content.scope}\n\n${triggers}`.trim(),
              appetite: {
                yearlyLossMinor: 25_000_000,
                afterInsurance: false,
                points: [
                  { amountMinor: 55_000_000, probability: 0.1 },
                  { amountMinor: 90_000_000, probability: 0.05 },
                  { amountMinor: 200_000_000, probability: 0.01 },
                ],
              },
            },
          },
        })
      },
    },
    {
      day: 12,
      who: 'mara',
      act: async ({ client, organizationId }) => {
        const params = { organizationId, methodologyId: id }
        const { version } = await client.call(getMethodologyVersion, { params })
        await client.call(approveMethodology, { params, ifMatch: version })
      },
    },
  ]
}

function exclusionSteps(): readonly StoryStep[] {
  return Object.entries(storyControls).flatMap(([ref, { excluded }]) =>
    excluded === undefined
      ? []
      : [{ day: 60, who: 'tomas', act: (scene: Scene) => exclude(scene, ref, excluded) } as const],
  )
}

async function exclude(scene: Scene, ref: string, justification: string): Promise<void> {
  await decide(scene, ref, { applicable: false, justification, reason: 'Seen on site and in the contracts.' })
}

/** Controls that serve no single risk or obligation are there for a reason of the business, in words. */
function businessReasonSteps(): readonly StoryStep[] {
  return Object.entries(businessReasons).map(([ref, text]) => ({
    day: 66,
    who: 'tomas',
    act: (scene) => decide(scene, ref, { writtenReasons: [{ kind: 'business', text }] }),
  }))
}

async function decide(
  { client, organizationId, memory }: Scene,
  ref: string,
  body: BodyOf<typeof updateSoaLine>,
): Promise<void> {
  const control = knownControl(memory, ref)
  const params = { organizationId, controlId: control.id }
  control.version = (await client.call(updateSoaLine, { params, ifMatch: control.version, body })).version
}

async function addRemark({ client, organizationId, memory }: Scene, ref: string, remarks: string): Promise<void> {
  const control = knownControl(memory, ref)
  const params = { organizationId, controlId: control.id }
  control.version = (await client.call(updateControl, { params, ifMatch: control.version, body: { remarks } })).version
}

function soaSteps(day: number, note: string, change?: string): readonly StoryStep[] {
  return [
    {
      day,
      who: 'tomas',
      settle: true,
      act: ({ client, organizationId }) =>
        client.call(proposeSoaVersion, { params: { organizationId }, body: { note } }),
    },
    {
      day: day + 4,
      who: 'mara',
      settle: true,
      act: async ({ client, organizationId, memory }) => {
        const { items } = await client.call(listSoaVersions, { params: { organizationId } })
        const proposed = items.find((version) => version.status === 'proposed')
        if (!proposed) throw new Error('The story proposed no version of the statement.')
        await client.call(approveSoaVersion, {
          params: { organizationId, soaVersionId: proposed.id },
          ifMatch: proposed.version,
          body: {
            note: 'Approved in the management meeting.',
            changeId: change === undefined ? null : known(memory.changes, change),
          },
        })
      },
    },
  ]
}

const businessReasons: Readonly<Record<string, string>> = {
  'A.5.4': 'Customers ask in every tender how management answers for security.',
  'A.5.6': 'Warnings for healthcare suppliers reach us days earlier through the circle.',
  'A.5.8': 'Clinics ask for a security section in each rollout project.',
  'A.5.9': 'Nothing can be protected, priced or insured that is not known.',
  'A.5.12': 'Staff need to know what may leave the company.',
  'A.5.13': 'Labels make the classes visible where documents are shared.',
  'A.5.16': 'One identity a person keeps licences and access in step.',
  'A.5.25': 'Customer care has to tell a question from an incident in minutes.',
  'A.5.27': 'Clinics expect a review after each incident that touched them.',
  'A.5.28': 'Claims against an attacker or a supplier need usable proof.',
  'A.5.31': 'One list of what is owed, instead of four inboxes.',
  'A.5.32': 'Licences of components are part of the due diligence of buyers.',
  'A.5.33': 'Records of care integrations are asked for years later.',
  'A.5.35': 'The certification body and two large customers want an outside view.',
  'A.5.36': 'Rules that nobody checks are forgotten within a year.',
  'A.6.1': 'Contracts with clinics ask for screened staff.',
  'A.6.2': 'Duties have to be clear before the first day.',
  'A.6.4': 'Fair and known consequences protect staff too.',
  'A.6.7': 'Most of the team works from home.',
  'A.7.1': 'The lease asks tenants to keep their floor closed.',
  'A.7.3': 'Video calls with clinics must not be overheard.',
  'A.7.5': 'The insurer asks for the assessment each year.',
  'A.7.7': 'Visitors walk through the office.',
  'A.7.8': 'Fits the lease and the insurer’s terms.',
  'A.7.10': 'Clinics still send memory sticks; they must not be plugged in.',
  'A.7.11': 'The office has to answer calls when the line fails.',
  'A.7.12': 'Part of the yearly walk through the office.',
  'A.7.13': 'Laptops work longer and repairs leak nothing.',
  'A.7.14': 'Old laptops hold customer names.',
  'A.8.17': 'Logs of several systems are only comparable on one clock.',
  'A.8.18': 'Few need these tools, and mistakes with them are dear.',
  'A.8.19': 'Support needs a known set of software on every laptop.',
  'A.8.21': 'Availability towards clinics rests on two providers.',
  'A.8.23': 'A cheap filter against a common first step of attacks.',
  'A.8.33': 'Developers need data that look real and are nobody’s.',
  'A.8.34': 'Tests must not disturb clinics during the day.',
}
