/** The words of the list that need no schema; the browser reads its addresses by the same ones. */
export const occurrenceSorts = ['number', 'occurredAt', 'discoveredAt', 'title', 'kind', 'risk', 'loss'] as const
