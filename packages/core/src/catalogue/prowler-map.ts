import data from './data/prowler-iso27001-map.json' with { type: 'json' }

export type ProwlerProvider = keyof typeof data.providers

export const prowlerProviders = Object.keys(data.providers) as readonly ProwlerProvider[]

/** Where the pairs come from, to be named beside a mapping. */
export const prowlerMapSource = { source: data.source, commit: data.commit, licence: data.licence }

const idsByProvider = new Map(
  Object.entries(data.providers).map(([provider, checks]) => [
    provider,
    new Map<string, readonly string[]>(Object.entries(checks)),
  ]),
)

/**
 * Annex A ids a Prowler check speaks to, in the order of Annex A; empty when provider or check is not in the map.
 * Both come from reports, so any text is allowed.
 */
export function annexAIdsOfProwlerCheck(provider: string, checkId: string): readonly string[] {
  return idsByProvider.get(provider)?.get(checkId) ?? []
}
