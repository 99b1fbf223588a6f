import { mayEver } from '@sinew/core/access/access-limits.ts'
import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'

const getParentRoute = () => organizationRoute

const calibrationRoute = createRoute({
  getParentRoute,
  path: 'calibration',
  loader: async ({ context }) => {
    const { calibrationQuery, calibrationsQuery } = await import('./calibration-queries.ts')
    await Promise.all([
      context.queries.ensureQueryData(calibrationQuery(context.api)),
      // Who may not see how others did does not ask.
      ...(mayEver(context.organization, 'calibration:read')
        ? [context.queries.ensureQueryData(calibrationsQuery(context.api))]
        : []),
    ])
  },
  component: screen(() => import('./CalibrationScreen.tsx')),
})

const roundRoute = createRoute({
  getParentRoute,
  path: 'calibration/$calibrationRoundId',
  loader: async ({ context, params }) => {
    const { calibrationRoundQuery } = await import('./calibration-queries.ts')
    await context.queries.ensureQueryData(calibrationRoundQuery(context.api, params.calibrationRoundId))
  },
  component: screen(() => import('./CalibrationRoundScreen.tsx')),
})

export const calibrationRoutes = [calibrationRoute, roundRoute] as const
