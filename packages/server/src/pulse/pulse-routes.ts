import { getPulse as route } from '@sinew/contract/pulse/pulse-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { getPulse } from './get-pulse.ts'

export const pulseRoutes: readonly Binding[] = [handle(route, (ctx) => getPulse(ctx))]
