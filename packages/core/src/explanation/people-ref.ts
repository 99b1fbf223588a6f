/** What people call an object: a letter for the noun and its number within the organisation. */
export const riskRef = (number: number): string => `R-${number}`
export const evidenceRef = (number: number): string => `E-${number}`
export const obligationRef = (number: number): string => `O-${number}`
export const actionRef = (number: number): string => `T-${number}`
export const assetRef = (number: number): string => `AS-${number}`
export const occurrenceRef = (number: number): string => `OC-${number}`
export const personRef = (number: number): string => `P-${number}`
export const collectorRef = (number: number): string => `CO-${number}`
export const whatIfRef = (number: number): string => `W-${number}`
export const policyRef = (number: number): string => `IP-${number}`
