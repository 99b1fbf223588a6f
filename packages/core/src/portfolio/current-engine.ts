import { engineVersion } from '../loss/engine-version.ts'
import { recordedSettings } from './recorded-settings.ts'

/** The engine that prices now, and how finely up to 250 risks: what a methodology is approved with. */
export const currentEngine = { version: engineVersion, settings: recordedSettings(0) }
