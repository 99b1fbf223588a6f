import { sectorIds } from '@sinew/core/catalogue/sectors.ts'
import { z } from 'zod'
import { defineRoute, listOf } from '../route.ts'
import { riskSchema } from './risk-contract.ts'
import { frequencySchema, lossCapSchema, lossSchema, reductionSchema, securityProperties } from './risk-fields.ts'

/** A control the catalogue names against a scenario, with the effect a link to it starts from. */
export const suggestedLinkSchema = z.object({
  controlId: z.uuid(),
  ref: z.string(),
  title: z.string(),
  effect: z.enum(['frequency', 'loss']),
  reduction: reductionSchema,
  /** Says that these are defaults, and where they come from. */
  note: z.string(),
})

export const threatSuggestionSchema = z.object({
  threatId: z.string(),
  title: z.string(),
  description: z.string(),
  category: z.string(),
  actors: z.array(z.string()),
  properties: z.array(z.enum(securityProperties)),
  /** 0 not typical, 1 possible, 2 relevant, 3 leading. */
  relevance: z.number().int().min(0).max(3),
  relevanceLabel: z.string(),
  reason: z.string(),
  sources: z.array(z.string()),
  estimate: z
    .object({
      frequency: frequencySchema,
      lossMinor: lossSchema,
      lossCapMinor: lossCapSchema.nullable(),
      basis: z.string(),
    })
    .nullable(),
  controls: z.array(suggestedLinkSchema),
  /** Risks of the register that were made from it and are not closed. */
  risks: z.array(z.object({ id: z.uuid(), number: z.number().int() })),
})
export type ThreatSuggestion = z.infer<typeof threatSuggestionSchema>

export const listThreatSuggestions = defineRoute({
  id: 'listThreatSuggestions',
  method: 'get',
  path: '/orgs/{organizationId}/threat-suggestions',
  summary: "Threat scenarios ranked for the organisation's sector, with the reason, the source and a first estimate",
  tag: 'Risks',
  access: 'risk:read',
  query: {
    page: z.coerce.number().int().min(1).max(1_000).default(1),
    pageSize: z.coerce.number().int().min(1).max(200).default(50),
    q: z.string().trim().max(200).optional(),
    category: z.string().max(100).optional(),
    sector: z.enum(sectorIds).optional().meta({ description: "Another sector than the organisation's own." }),
  },
  response: listOf(threatSuggestionSchema),
})

export const createRisksFromThreats = defineRoute({
  id: 'createRisksFromThreats',
  method: 'post',
  path: '/orgs/{organizationId}/risks/from-threats',
  summary: 'Add risks from scenarios of the catalogue, with their suggested estimates and controls',
  tag: 'Risks',
  access: 'risk:write',
  status: 201,
  body: z.strictObject({
    threatIds: z
      .array(z.string().max(100))
      .min(1, 'Choose at least one scenario.')
      .max(91, 'The catalogue has 91 scenarios.')
      .refine((ids) => new Set(ids).size === ids.length, 'Each scenario once.'),
    ownerId: z.uuid().nullable().default(null),
    withEstimates: z.boolean().default(true),
    withControls: z.boolean().default(true),
    /** Take a scenario a second time although an open risk covers it. */
    again: z.boolean().default(false),
  }),
  response: z.object({ items: z.array(riskSchema) }),
})
