import { z } from 'zod'
import { exportFormat, exportMediaTypes } from '../export/export-format.ts'
import { defineRoute, listOf, listQuery, queryFlag, queryNumber } from '../route.ts'
import { assetKinds, assetSorts, classifications } from './asset-words.ts'

const assetFields = {
  title: z.string().trim().min(1, 'Give the asset a name.').max(200),
  kind: z.enum(assetKinds),
  classification: z.enum(classifications),
  description: z.string().trim().max(5_000),
  ownerId: z.uuid().nullable(),
  inScope: z.boolean(),
}

export const assetSchema = z.object({
  id: z.uuid(),
  number: z.number().int(),
  version: z.number().int(),
  ...assetFields,
  ownerName: z.string().nullable(),
  riskCount: z.number().int(),
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
