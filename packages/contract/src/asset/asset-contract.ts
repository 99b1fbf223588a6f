import { dependencyKindNames } from '@sinew/core/asset/dependency-kinds.ts'
import { needLevels } from '@sinew/core/asset/need-levels.ts'
import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { importOutcome } from '../register/register-contract.ts'
import { defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'
import { assetKinds, assetSorts, classifications } from './asset-words.ts'

const level = z.enum(needLevels)
const reason = z.string().trim().max(2_000)
const hours = z.number().min(0, 'Not below zero.').max(87_600, 'At most ten years.').nullable()

const assetFields = {
  title: z.string().trim().min(1, 'Give the asset a name.').max(200),
  kind: z.enum(assetKinds),
  classification: z.enum(classifications),
  description: z.string().trim().max(5_000),
  ownerId: z.uuid().nullable(),
  inScope: z.boolean(),
  /** Whoever looks after it day by day, where that is not the owner. */
  custodianId: z.uuid().nullable(),
  siteId: z.uuid().nullable(),
  confidentiality: level.nullable(),
  confidentialityReason: reason,
  integrity: level.nullable(),
  integrityReason: reason,
  availability: level.nullable(),
  availabilityReason: reason,
  /** Within how many hours it has to be back, and how many hours of data may be lost. */
  rtoHours: hours,
  rpoHours: hours,
}

/** A need with all that rests on the asset considered; `because` where it is higher than the asset's own. */
const effectiveNeed = z.object({ level: level.nullable(), because: z.string().nullable() })

const standingFields = {
  effective: z.object({ confidentiality: effectiveNeed, integrity: effectiveNeed, availability: effectiveNeed }),
  /** Why it is a single point of failure; null where it is none. */
  singlePoint: z.string().nullable(),
  /** That its need is high and no open risk is about it; null where that is not so. */
  unassessed: z.string().nullable(),
}

export const assetSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  ...assetFields,
  ownerName: z.string().nullable(),
  custodianName: z.string().nullable(),
  site: z.object({ number: z.number().int(), name: z.string() }).nullable(),
  riskCount: z.number().int(),
  ...standingFields,
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
})
export type Asset = z.infer<typeof assetSchema>

const asset = { tag: 'Assets', params: { assetId: z.uuid() } } as const
const filters = {
  kind: z.enum(assetKinds).optional(),
  classification: z.enum(classifications).optional(),
  ownerId: z.uuid().optional(),
  inScope: queryFlag.optional(),
  siteId: z.uuid().optional(),
  /** The effective need: the highest of the three, or one of them. */
  need: level.optional(),
  confidentiality: level.optional(),
  integrity: level.optional(),
  availability: level.optional(),
  singlePoint: queryFlag.optional(),
  unassessed: queryFlag.optional(),
}

export const listAssets = defineRoute({
  id: 'listAssets',
  method: 'get',
  path: '/orgs/{organizationId}/assets',
  summary: 'The asset register',
  tag: 'Assets',
  access: 'asset:read',
  query: { ...listQuery(assetSorts, 'number'), ...filters, number: queryNumber.optional() },
  response: listOf(assetSchema),
})

export const exportAssets = defineRoute({
  id: 'exportAssets',
  method: 'get',
  path: '/orgs/{organizationId}/assets/export',
  summary: 'The same list as a file',
  tag: 'Assets',
  access: 'asset:read',
  query: {
    format: exportFormat,
    sort: listQuery(assetSorts, 'number').sort,
    q: listQuery(assetSorts, 'number').q,
    ...filters,
  },
  download: exportMediaTypes,
})

const graphNode = z.object({
  id: z.uuid(),
  number: z.number().int(),
  title: z.string(),
  kind: z.enum(assetKinds),
  inScope: z.boolean(),
  availability: level.nullable(),
  ...standingFields,
})
const graphEdge = z.object({
  id: z.uuid(),
  version: z.number().int(),
  assetId: z.uuid(),
  onAssetId: z.uuid(),
  kind: z.enum(dependencyKindNames),
  anyOf: z.string(),
  note: z.string(),
})

export const getAssetGraph = defineRoute({
  id: 'getAssetGraph',
  method: 'get',
  path: '/orgs/{organizationId}/assets/graph',
  summary: 'Which asset rests on which, with what follows: needs handed down, single points of failure, circles',
  tag: 'Assets',
  access: 'asset:read',
  /** Around one asset: all it rests on and all that rests on it, directly or by way of others. */
  query: { around: z.uuid().optional() },
  response: z.object({
    assets: z.array(graphNode),
    dependencies: z.array(graphEdge),
    circles: z.array(z.object({ ids: z.array(z.uuid()), sentence: z.string() })),
  }),
})

export const importAssets = defineRoute({
  id: 'importAssets',
  method: 'post',
  path: '/orgs/{organizationId}/assets/import',
  summary: 'Add the assets of a table, with what they rest on: all rows or none',
  description:
    'CSV with a heading for each column: Title, Kind, Classification, Description, Owner, Custodian, Location, In scope, Confidentiality, Integrity, Availability, their reasons, RTO hours, RPO hours, and Rests on (AS-numbers or titles, with semicolons or commas between). With `dryRun` nothing is written.',
  tag: 'Assets',
  access: 'asset:write',
  status: 200,
  body: z.strictObject({
    csv: z.string().min(1, 'Choose a table.').max(5_000_000),
    dryRun: z.boolean().default(false),
  }),
  response: importOutcome,
})

export const getAsset = defineRoute({
  ...asset,
  id: 'getAsset',
  method: 'get',
  path: '/orgs/{organizationId}/assets/{assetId}',
  summary: 'One asset',
  access: 'asset:read',
  response: assetSchema,
})

export const createAsset = defineRoute({
  id: 'createAsset',
  method: 'post',
  path: '/orgs/{organizationId}/assets',
  summary: 'Add an asset',
  tag: 'Assets',
  access: 'asset:write',
  status: 201,
  body: z.strictObject({
    title: assetFields.title,
    kind: assetFields.kind,
    classification: assetFields.classification.default('internal'),
    description: assetFields.description.default(''),
    ownerId: assetFields.ownerId.default(null),
    inScope: assetFields.inScope.default(true),
    custodianId: assetFields.custodianId.default(null),
    siteId: assetFields.siteId.default(null),
    confidentiality: assetFields.confidentiality.default(null),
    confidentialityReason: reason.default(''),
    integrity: assetFields.integrity.default(null),
    integrityReason: reason.default(''),
    availability: assetFields.availability.default(null),
    availabilityReason: reason.default(''),
    rtoHours: hours.default(null),
    rpoHours: hours.default(null),
  }),
  response: assetSchema,
})

export const updateAsset = defineRoute({
  ...asset,
  id: 'updateAsset',
  method: 'patch',
  path: '/orgs/{organizationId}/assets/{assetId}',
  summary: 'Change an asset',
  access: 'asset:write',
  ifMatch: true,
  body: z.strictObject(assetFields).partial(),
  response: assetSchema,
})

export const updateAssets = defineRoute({
  id: 'updateAssets',
  method: 'post',
  path: '/orgs/{organizationId}/assets/bulk',
  summary: 'Change several assets at once: all of them or, when one has changed meanwhile, none',
  tag: 'Assets',
  access: 'asset:write',
  body: z.strictObject({
    assets: z
      .array(z.strictObject({ assetId: z.uuid(), version: z.number().int() }))
      .min(1, 'Choose at least one asset.')
      .max(200, 'Choose at most 200 assets.'),
    change: z
      .strictObject({
        kind: assetFields.kind,
        classification: assetFields.classification,
        ownerId: assetFields.ownerId,
        inScope: assetFields.inScope,
        siteId: assetFields.siteId,
        confidentiality: assetFields.confidentiality,
        integrity: assetFields.integrity,
        availability: assetFields.availability,
      })
      .partial(),
  }),
  response: z.object({ changed: z.number().int() }),
})

export const deleteAsset = defineRoute({
  ...asset,
  id: 'deleteAsset',
  method: 'delete',
  path: '/orgs/{organizationId}/assets/{assetId}',
  summary: 'Remove an asset; the ledger keeps it and can restore it',
  access: 'asset:write',
  ifMatch: true,
})
