import * as contract from '@sinew/contract/calibration/calibration-contract.ts'
import { type Binding, handle } from '../http/handle.ts'
import { answerQuestion, startRound } from './calibration-rounds.ts'
import { getCalibration, getRound } from './calibration-store.ts'
import { listCalibrations } from './list-calibrations.ts'

export const calibrationRoutes: readonly Binding[] = [
  handle(contract.getCalibration, (ctx) => getCalibration(ctx)),
  handle(contract.startCalibrationRound, (ctx) => startRound(ctx)),
  handle(contract.listCalibrations, (ctx) => listCalibrations(ctx.db)),
  handle(contract.getCalibrationRound, (ctx, { params }) => getRound(ctx, params.calibrationRoundId)),
  handle(contract.answerCalibrationQuestion, (ctx, { params, body }) =>
    answerQuestion(ctx, params.calibrationRoundId, params.position, body),
  ),
]
