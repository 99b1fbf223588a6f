/** What the list of work can be sorted by. */
export const workSorts = ['dueAt', 'title', 'kind', 'person', 'worth'] as const
