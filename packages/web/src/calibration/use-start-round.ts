import { type CalibrationRound, startCalibrationRound } from '@sinew/contract/calibration/calibration-contract.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { calibrationQuery, calibrationRoundQuery } from './calibration-queries.ts'

/** Starts a round, or goes on with the open one, and opens it. */
export function useStartRound() {
  const queries = useQueryClient()
  const api = useOrganizationApi()
  const go = useGo()
  return useOrganizationWrite(startCalibrationRound, {
    onDone: (output) => {
      const round = output as CalibrationRound
      queries.setQueryData(calibrationRoundQuery(api, round.id).queryKey, round)
      void queries.invalidateQueries({ queryKey: calibrationQuery(api).queryKey })
      void go(paths.calibrationRound, { calibrationRoundId: round.id })
    },
  })
}
