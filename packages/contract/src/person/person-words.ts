/** The words of the list that need no schema; the browser reads its addresses by the same ones. */
export const personSorts = ['number', 'name', 'jobTitle', 'owned', 'updatedAt'] as const
