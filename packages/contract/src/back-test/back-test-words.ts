/** The words of the list that need no schema; the browser reads its addresses by the same ones. */
export const backTestSorts = ['surprise', 'number', 'title', 'observed', 'predicted', 'loss', 'watched'] as const
export type BackTestSort = (typeof backTestSorts)[number]
