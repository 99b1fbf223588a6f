import { createRisk, estimateRisk, moveRisk } from '@sinew/contract/risk/risk-contract.ts'
import { createAction } from '@sinew/contract/treatment/action-contract.ts'
import { linkControl } from '@sinew/contract/treatment/control-link-contract.ts'
import { getThreat } from '@sinew/core/catalogue/threats.ts'
import { inDays } from './registers-chapter.ts'
import { known, knownControl, type Scene, type StoryStep } from './story.ts'
import { type StoryRisk, storyRisks } from './story-risks.ts'

/** Thirty risks found in workshops, priced and treated. */
export function risksChapter(): readonly StoryStep[] {
  return storyRisks.map((risk, index) => {
    const day = 16 + Math.floor(index / 3) * 2
    return { day, who: 'tomas', act: (scene) => findRisk(scene, risk) }
  })
}

async function findRisk(scene: Scene, risk: StoryRisk): Promise<void> {
  const { client, organizationId, memory, at } = scene
  const threat = getThreat(risk.threat)
  const made = await client.call(createRisk, {
    params: { organizationId },
    body: {
      title: risk.title,
      source: capitalised(threat.threatActors.map((actor) => actor.replaceAll('_', ' ')).join(', ')),
      event: threat.description,
      consequence: consequenceOf(threat.affectedProperties),
      category: threat.category,
      properties: [...threat.affectedProperties],
      ownerId: known(memory.people, risk.owner),
      treatment: risk.treatment,
      treatmentRationale: rationaleOf[risk.treatment],
      reviewAt: inDays(at, 365),
      assetIds: risk.assets.map((asset) => known(memory.assets, asset)),
    },
  })
  memory.risks.set(risk.threat, made.id)
  const params = { organizationId, riskId: made.id }
  const [low, high] = risk.euros
  const estimated = await client.call(estimateRisk, {
    params,
    ifMatch: made.version,
    body: {
      frequency: { low: risk.perYear[0], high: risk.perYear[1] },
      lossMinor: { low: low * 100, high: high * 100 },
      lossCapMinor: Math.max(high * 2, 640_000) * 100,
      note: risk.note,
    },
  })
  const assessed = await client.call(moveRisk, { params, ifMatch: estimated.version, body: { to: 'assessed' } })
  for (const [ref, effect, from, to] of risk.links) {
    await client.call(linkControl, {
      params,
      body: {
        controlId: knownControl(memory, ref).id,
        effect: effect === 'f' ? 'frequency' : 'loss',
        reduction: { low: from, high: to },
        note: '',
      },
    })
  }
  if (risk.treatment === 'share') {
    await client.call(createAction, {
      params,
      body: {
        title: 'Agree liability and notice periods with the provider',
        ownerId: known(memory.people, risk.owner),
        dueAt: inDays(at, 60),
      },
    })
  }
  // Links and actions have versions of their own.
  await client.call(moveRisk, { params, ifMatch: assessed.version, body: { to: 'treated' } })
}

const rationaleOf: Readonly<Record<StoryRisk['treatment'], string>> = {
  modify: 'Controls cost less than the loss they take away.',
  retain: 'What is left is small against the effort of more.',
  avoid: 'The activity is not worth the risk.',
  share: 'The supplier carries part of it by contract and insurance.',
}

function consequenceOf(properties: readonly string[]): string {
  const words = {
    confidentiality: 'patient data reach strangers',
    integrity: 'appointments are wrong',
    availability: 'clinics stand still',
  }
  const parts = properties.map((property) => words[property as keyof typeof words])
  return `${capitalised(parts.join(', '))}.`
}

function capitalised(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
