import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'

const getParentRoute = () => organizationRoute

const reportRoute = createRoute({
  getParentRoute,
  path: 'report',
  component: screen(() => import('./ReportScreen.tsx')),
})

export const incidentRoutes = [reportRoute] as const
