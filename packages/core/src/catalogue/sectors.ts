/** The twelve sectors that threat scenarios are rated for. */
export const sectors = [
  { id: 'finance', label: 'Finance and insurance' },
  { id: 'healthcare', label: 'Health and social care' },
  { id: 'manufacturing', label: 'Manufacturing' },
  { id: 'retail', label: 'Retail' },
  { id: 'public_administration', label: 'Public administration' },
  { id: 'education', label: 'Education' },
  { id: 'professional_services', label: 'Professional services' },
  { id: 'information_saas', label: 'Software, SaaS, media and telecoms' },
  { id: 'energy_utilities', label: 'Energy and utilities' },
  { id: 'transport', label: 'Transport and logistics' },
  { id: 'hospitality', label: 'Hotels and restaurants' },
  { id: 'other', label: 'Other' },
] as const

export type SectorId = (typeof sectors)[number]['id']

export const sectorIds: readonly SectorId[] = sectors.map((sector) => sector.id)

/** Throws a RangeError for an unknown sector. */
export function getSectorLabel(id: SectorId): string {
  const sector = sectors.find((candidate) => candidate.id === id)
  if (!sector) throw new RangeError(`Unknown sector "${id}"`)
  return sector.label
}
