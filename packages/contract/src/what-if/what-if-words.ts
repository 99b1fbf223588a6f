/** The words of the list that need no schema; the browser reads its addresses by the same ones. */
export const whatIfSorts = ['updatedAt', 'number', 'name', 'author'] as const
