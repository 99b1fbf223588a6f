import {
  getCalibration,
  getCalibrationRound,
  listCalibrations,
} from '@sinew/contract/calibration/calibration-contract.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

export const calibrationQuery = (api: OrganizationApi) => api.query(getCalibration)

export const calibrationRoundQuery = (api: OrganizationApi, calibrationRoundId: string) =>
  api.query(getCalibrationRound, { params: { calibrationRoundId } })

export const calibrationsQuery = (api: OrganizationApi) => api.query(listCalibrations)
