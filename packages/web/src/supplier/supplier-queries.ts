import {
  getAnswers,
  listSupplierNeeds,
  readQuestionnaire,
  supplierCertificates,
  supplierContracts,
  supplierQuestionnaires,
  supplierReviews,
} from '@sinew/contract/supplier/supplier-contract.ts'
import { apiQuery } from '../api/api-query.ts'
import type { OrganizationApi } from '../api/organization-api.ts'

const pageSize = 100

export const answeringQuery = (token: string) => apiQuery(readQuestionnaire, { params: { token } })

export const contractsOfQuery = (api: OrganizationApi, supplierId: string) =>
  api.query(supplierContracts.list, { query: { supplierId, pageSize } })

export const certificatesOfQuery = (api: OrganizationApi, supplierId: string) =>
  api.query(supplierCertificates.list, { query: { supplierId, pageSize, sort: '-validUntil' } })

export const reviewsOfQuery = (api: OrganizationApi, supplierId: string) =>
  api.query(supplierReviews.list, { query: { supplierId, pageSize, sort: '-at' } })

export const questionnairesOfQuery = (api: OrganizationApi, supplierId: string) =>
  api.query(supplierQuestionnaires.list, { query: { supplierId, pageSize } })

export const supplierNeedsQuery = (api: OrganizationApi) => api.query(listSupplierNeeds)

export const answersQuery = (api: OrganizationApi, supplierQuestionnaireId: string) =>
  api.query(getAnswers, { params: { supplierQuestionnaireId } })
