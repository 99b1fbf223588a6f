import { afterAll } from 'vitest'

const undos: (() => unknown)[] = []

/**
 * Has something undone when the test file is through, last first. For helpers that are called inside of hooks, where
 * `afterAll` registers nothing: this module registers it when the file imports it.
 */
export function afterFile(undo: () => unknown): void {
  undos.push(undo)
}

afterAll(async () => {
  for (const undo of undos.splice(0).reverse()) await undo()
})
