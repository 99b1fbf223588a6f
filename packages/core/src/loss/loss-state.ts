/** `inherent`: no control; `claimed`: controls work as stated; `proven`: as far as evidence shows; `target`: all links in place and proven. */
export const lossStates = ['inherent', 'claimed', 'proven', 'target'] as const
export type LossState = (typeof lossStates)[number]
