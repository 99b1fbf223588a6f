import type { Adapter } from './adapter.ts'
import { prowlerOcsf } from './adapters/prowler-ocsf.ts'

/** Every format that is read, the most telling first. */
export const knownAdapters: readonly Adapter[] = [prowlerOcsf]
