import type { ControlLink } from '@sinew/contract/treatment/control-link-contract.ts'

/** In a word, for a choice on a narrow screen. */
export const effectNames: Readonly<Record<ControlLink['effect'], string>> = {
  frequency: 'Rarer',
  loss: 'Cheaper',
  response: 'Contained',
}

/** What people read for each effect; keys of the translation. */
export const effectWords: Readonly<Record<ControlLink['effect'], string>> = {
  frequency: 'makes events rarer',
  loss: 'makes each cheaper',
  response: 'contains some',
}
