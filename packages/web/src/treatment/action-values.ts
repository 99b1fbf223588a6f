import type { Action } from '@sinew/contract/treatment/action-contract.ts'

/** An action in its form. */
export type ActionValues = Pick<Action, 'title' | 'note' | 'ownerId' | 'controlId' | 'costMinor'> & {
  readonly dueAt: string | null
  /** Why the due date moves. */
  readonly reason: string
}

export const emptyAction: ActionValues = {
  title: '',
  note: '',
  ownerId: null,
  controlId: null,
  dueAt: null,
  costMinor: null,
  reason: '',
}

export function valuesOf({ title, note, ownerId, controlId, dueAt, costMinor }: Action): ActionValues {
  return { title, note, ownerId, controlId, dueAt, costMinor, reason: '' }
}
