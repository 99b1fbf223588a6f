import { acceptanceRoutes } from './acceptance/acceptance-routes.ts'
import { accessLogRoutes } from './access-log/access-log-routes.ts'
import { accountRoutes } from './account/account-routes.ts'
import { acknowledgementRoutes } from './acknowledgement/acknowledgement-routes.ts'
import { assetRoutes } from './asset/asset-routes.ts'
import { auditRoutes } from './audit/audit-routes.ts'
import { backTestRoutes } from './back-test/back-test-routes.ts'
import { calibrationRoutes } from './calibration/calibration-routes.ts'
import { certificationRoutes } from './certification/certification-routes.ts'
import { chainRoutes } from './chain/chain-routes.ts'
import { changeRoutes } from './change/change-routes.ts'
import { collectorRoutes } from './collector/collector-routes.ts'
import { commentRoutes } from './comment/comment-routes.ts'
import { contextRoutes } from './context/context-routes.ts'
import { controlRoutes } from './control/control-routes.ts'
import { documentRoutes } from './document/document-routes.ts'
import { estimateRoutes } from './estimate/estimate-routes.ts'
import { evidenceRoutes } from './evidence/evidence-routes.ts'
import { evidenceRoomRoutes } from './evidence-room/evidence-room-routes.ts'
import { exampleRoutes } from './example/example-routes.ts'
import { fileRoutes } from './file/file-routes.ts'
import type { Binding } from './http/handle.ts'
import { incidentRoutes } from './incident/incident-routes.ts'
import { ingestRoutes } from './ingest/ingest-routes.ts'
import { insuranceRoutes } from './insurance/insurance-routes.ts'
import { leadershipRoutes } from './leadership/leadership-routes.ts'
import { ledgerRoutes } from './ledger/ledger-routes.ts'
import { linkRoutes } from './link/link-routes.ts'
import { managementReviewRoutes } from './management-review/review-routes.ts'
import { memberRoutes } from './member/member-routes.ts'
import { methodologyRoutes } from './methodology/methodology-routes.ts'
import { movementRoutes } from './movement/movement-routes.ts'
import { nonconformityRoutes } from './nonconformity/nonconformity-routes.ts'
import { objectiveRoutes } from './objective/objective-routes.ts'
import { obligationRoutes } from './obligation/obligation-routes.ts'
import { occurrenceRoutes } from './occurrence/occurrence-routes.ts'
import { organizationRoutes } from './organization/organization-routes.ts'
import { personRoutes } from './person/person-routes.ts'
import { pulseRoutes } from './pulse/pulse-routes.ts'
import { readinessRoutes } from './readiness/readiness-routes.ts'
import { riskRoutes } from './risk/risk-routes.ts'
import { searchRoutes } from './search/search-routes.ts'
import { soaRoutes } from './soa/soa-routes.ts'
import { supplierRoutes } from './supplier/supplier-routes.ts'
import { tokenRoutes } from './token/token-routes.ts'
import { trainingRoutes } from './training/training-routes.ts'
import { treatmentRoutes } from './treatment/treatment-routes.ts'
import { viewRoutes } from './view/view-routes.ts'
import { whatIfRoutes } from './what-if/what-if-routes.ts'
import { workRoutes } from './work/work-routes.ts'

/** Every route this server answers. The authorisation matrix, OpenAPI and the contract test are made from this list. */
export const routes: readonly Binding[] = withAccessLog([
  ...accountRoutes,
  ...organizationRoutes,
  ...exampleRoutes,
  ...personRoutes,
  ...assetRoutes,
  ...obligationRoutes,
  ...controlRoutes,
  ...contextRoutes,
  ...workRoutes,
  ...changeRoutes,
  ...objectiveRoutes,
  ...documentRoutes,
  ...acknowledgementRoutes,
  ...leadershipRoutes,
  ...methodologyRoutes,
  ...riskRoutes,
  ...estimateRoutes,
  ...calibrationRoutes,
  ...treatmentRoutes,
  ...acceptanceRoutes,
  ...occurrenceRoutes,
  ...backTestRoutes,
  ...whatIfRoutes,
  ...insuranceRoutes,
  ...incidentRoutes,
  ...supplierRoutes,
  ...trainingRoutes,
  ...soaRoutes,
  ...nonconformityRoutes,
  ...auditRoutes,
  ...managementReviewRoutes,
  ...certificationRoutes,
  ...chainRoutes,
  ...movementRoutes,
  ...pulseRoutes,
  ...readinessRoutes,
  ...ledgerRoutes,
  ...memberRoutes,
  ...tokenRoutes,
  ...searchRoutes,
  ...commentRoutes,
  ...linkRoutes,
  ...viewRoutes,
  ...evidenceRoutes,
  ...evidenceRoomRoutes,
  ...fileRoutes,
  ...collectorRoutes,
  ...ingestRoutes,
])

function withAccessLog(others: readonly Binding[]): readonly Binding[] {
  return [...others, ...accessLogRoutes(others)]
}
