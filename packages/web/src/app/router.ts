import type { QueryClient } from '@tanstack/react-query'
import { createRouter } from '@tanstack/react-router'
import { accessLogRoutes } from '../access-log/access-log-routes.ts'
import { accountRoutes } from '../account/account-routes.ts'
import { acknowledgementRoutes } from '../acknowledgement/acknowledgement-routes.ts'
import { assetRoutes } from '../asset/asset-routes.ts'
import { backTestRoutes } from '../back-test/back-test-routes.ts'
import { calibrationRoutes } from '../calibration/calibration-routes.ts'
import { collectorRoutes } from '../collector/collector-routes.ts'
import { controlRoutes } from '../control/control-routes.ts'
import { documentRoutes } from '../document/document-routes.ts'
import { evidenceRoutes } from '../evidence/evidence-routes.ts'
import { firstChainRoutes } from '../first-chain/first-chain-routes.ts'
import { galleryRoute } from '../gallery/gallery-route.ts'
import { incidentRoutes } from '../incident/incident-routes.ts'
import { insuranceRoutes } from '../insurance/insurance-routes.ts'
import { leadershipRoutes } from '../leadership/leadership-routes.ts'
import { ledgerRoutes } from '../ledger/ledger-routes.ts'
import { lookAheadRoutes } from '../look-ahead/look-ahead-routes.ts'
import { lossRoutes } from '../loss/loss-routes.ts'
import { methodologyRoutes } from '../methodology/methodology-routes.ts'
import { movementRoutes } from '../movement/movement-routes.ts'
import { obligationRoutes } from '../obligation/obligation-routes.ts'
import { occurrenceRoutes } from '../occurrence/occurrence-routes.ts'
import { personRoutes } from '../person/person-routes.ts'
import { pulseRoutes } from '../pulse/pulse-routes.ts'
import { readinessRoutes } from '../readiness/readiness-routes.ts'
import { registerRoutes } from '../register/register-routes.ts'
import { riskRoutes } from '../risk/risk-routes.ts'
import { settingsRoutes } from '../settings/settings-routes.ts'
import { soaRoutes } from '../soa/soa-routes.ts'
import { questionnaireRoute } from '../supplier/supplier-routes.ts'
import { treatmentRoutes } from '../treatment/treatment-routes.ts'
import { whatIfRoutes } from '../what-if/what-if-routes.ts'
import { workRoutes } from '../work/work-routes.ts'
import { ErrorPage } from './ErrorPage.tsx'
import { NotFoundInside, NotFoundPage } from './NotFoundPage.tsx'
import { organizationRoute } from './organization-route.ts'
import { PendingPage } from './PendingPage.tsx'
import { rootRoute } from './root-route.ts'

/** Each noun adds its routes here, one line a noun. */
const organizationRoutes = organizationRoute.addChildren([
  ...pulseRoutes,
  ...lookAheadRoutes,
  ...readinessRoutes,
  ...movementRoutes,
  ...assetRoutes,
  ...collectorRoutes,
  ...controlRoutes,
  ...evidenceRoutes,
  ...firstChainRoutes,
  ...ledgerRoutes,
  ...lossRoutes,
  ...obligationRoutes,
  ...personRoutes,
  ...riskRoutes,
  ...occurrenceRoutes,
  ...backTestRoutes,
  ...calibrationRoutes,
  ...settingsRoutes,
  ...accessLogRoutes,
  ...treatmentRoutes,
  ...soaRoutes,
  ...whatIfRoutes,
  ...insuranceRoutes,
  ...incidentRoutes,
  ...methodologyRoutes,
  ...workRoutes,
  ...documentRoutes,
  ...acknowledgementRoutes,
  ...leadershipRoutes,
  // What is none of the above is looked up among the registers.
  ...registerRoutes,
])

// What is not there is said where it would be: the menu stays.
for (const route of organizationRoutes.children ?? []) route.update({ notFoundComponent: NotFoundInside })

const routeTree = rootRoute.addChildren([...accountRoutes, galleryRoute, questionnaireRoute, organizationRoutes])

export function createAppRouter(queries: QueryClient) {
  return createRouter({
    routeTree,
    context: { queries },
    // Only what a route's validateSearch lets through reaches its screen.
    search: { strict: true },
    defaultPreload: 'intent',
    // The query cache decides what is fresh.
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 250,
    defaultPendingMinMs: 300,
    defaultPendingComponent: PendingPage,
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  })
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>
  }
}
