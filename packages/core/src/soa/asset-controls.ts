import type { AssetKind } from '../chain/chain-snapshot.ts'

type AssetControls = { readonly what: string; readonly refs: readonly string[] }

const range = (clause: string, from: number, to: number): readonly string[] =>
  Array.from({ length: to - from + 1 }, (_, i) => `${clause}.${from + i}`)

/**
 * Controls of Annex A that an asset of a kind calls for: excluding one of them while such an asset is in scope is what auditors
 * reject first (7.x excluded as “cloud only” although there is an office; 5.34 although personal data are processed).
 * Our own reading of the controls' titles and purposes, not a requirement of the standard.
 */
export const assetControls: Readonly<Record<AssetKind, AssetControls>> = {
  site: { what: 'premises', refs: [...range('A.7', 1, 6), 'A.7.8', 'A.7.11', 'A.7.12'] },
  endpoint: { what: 'endpoint devices', refs: ['A.7.7', 'A.7.9', 'A.7.10', 'A.7.14', 'A.8.1', 'A.8.7'] },
  infrastructure: {
    what: 'infrastructure',
    refs: ['A.8.6', 'A.8.8', 'A.8.9', ...range('A.8', 13, 17), ...range('A.8', 20, 22)],
  },
  application: { what: 'applications', refs: ['A.8.3', 'A.8.5', 'A.8.8', 'A.8.9', 'A.8.26'] },
  source_code: { what: 'own source code', refs: ['A.8.4', ...range('A.8', 25, 31)] },
  personal_data: { what: 'personal data', refs: ['A.5.34', 'A.8.10', 'A.8.11'] },
  supplier_service: { what: 'services of suppliers', refs: range('A.5', 19, 23) },
  people: { what: 'people', refs: [...range('A.6', 1, 6), 'A.6.8'] },
  information: { what: 'information', refs: ['A.5.12', 'A.5.13', 'A.5.14', 'A.8.10', 'A.8.12', 'A.8.13'] },
}
