/** The words of the list that need no schema; the browser reads its addresses by the same ones. */
export const policySorts = ['validUntil', 'number', 'name', 'insurer', 'premium', 'limit'] as const

/** What a policy pays for. */
export const policyPers = ['event', 'year'] as const
