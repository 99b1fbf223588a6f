import { z } from 'zod'
import { defineRoute, listOf, listQuery } from '../route.ts'

export const assetKinds = [
  'information',
  'application',
  'infrastructure',
  'endpoint',
  'site',
  'people',
  'supplier_service',
  'source_code',
  'personal_data',
] as const

export const classifications = ['public', 'internal', 'confidential', 'restricted'] as const

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

export const listAssets = defineRoute({
  id: 'listAssets',
  method: 'get',
  path: '/orgs/{organizationId}/assets',
  summary: 'The asset register',
  tag: 'Assets',
  access: 'asset:read',
  query: {
    ...listQuery(['number', 'title', 'kind', 'classification', 'updatedAt'], 'number'),
    kind: z.enum(assetKinds).optional(),
    ownerId: z.uuid().optional(),
  },
  response: listOf(assetSchema),
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

export const deleteAsset = defineRoute({
  ...asset,
  id: 'deleteAsset',
  method: 'delete',
  path: '/orgs/{organizationId}/assets/{assetId}',
  summary: 'Remove an asset; the ledger keeps it and can restore it',
  access: 'asset:write',
  ifMatch: true,
})
