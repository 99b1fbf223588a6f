import { SimpleGrid } from '@mantine/core'
import { proveByAnswers, proveByCertificate, proveByReview } from '@sinew/contract/supplier/supplier-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { AnyRecord } from '../register/register-record.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { Panel } from '../ui/Panel.tsx'
import { When } from '../ui/When.tsx'
import { certificatesOfQuery, questionnairesOfQuery, reviewsOfQuery } from './supplier-queries.ts'
import { UseAsEvidence } from './UseAsEvidence.tsx'
import { useSupplierGaps } from './use-supplier-gaps.ts'

/** What is missing of a supplier, and what shows that it can be trusted. */
export function SupplierPanels({ record }: { readonly record: AnyRecord }) {
  const { t } = useTranslation()
  const gaps = useSupplierGaps(record)
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Panel
        title={t('What is missing')}
        standing={gaps?.length || undefined}
        hint={t('What ran out counts as not there.')}
      >
        {gaps?.length === 0 && <p>{t('Nothing today.')}</p>}
        <ObjectRows rows={(gaps ?? []).map(({ code, message }) => ({ id: code, title: t(message) }))} />
      </Panel>
      <ProofPanel supplierId={record.id} />
    </SimpleGrid>
  )
}

type Evidence = { readonly ref: string; readonly name: string } | null

function ProofPanel({ supplierId }: { readonly supplierId: string }) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const certificates = useQuery(certificatesOfQuery(api, supplierId)).data?.items ?? []
  const reviews = useQuery(reviewsOfQuery(api, supplierId)).data?.items ?? []
  const answered = (useQuery(questionnairesOfQuery(api, supplierId)).data?.items ?? []).filter(
    ({ state }) => state === 'submitted',
  )
  const usedOr = (evidence: Evidence, button: React.ReactNode) =>
    evidence === null ? button : <RefText>{t('Evidence {{ref}}', { ref: evidence.ref })}</RefText>
  const rows = [
    ...certificates.map((one) => ({
      id: one.id,
      title: one.title,
      note: (
        <>
          {t('Attested by {{issuer}}, until', { issuer: one.issuer })} <When at={one.validUntil} show="both" />
        </>
      ),
      detail: usedOr(
        one.evidence,
        <UseAsEvidence route={proveByCertificate} params={{ supplierCertificateId: one.id }} />,
      ),
    })),
    ...reviews.map((one) => ({
      id: one.id,
      title: one.title,
      note: (
        <>
          {t('Reviewed by {{name}}', { name: one.reviewedByName })}, <When at={one.at} show="day" />
        </>
      ),
      detail: usedOr(one.evidence, <UseAsEvidence route={proveByReview} params={{ supplierReviewId: one.id }} />),
    })),
    ...answered.map((one) => ({
      id: one.id,
      title: one.title,
      note: t('Declared by the supplier: {{name}}', { name: one.submittedByName }),
      detail: usedOr(
        one.evidence,
        <UseAsEvidence route={proveByAnswers} params={{ supplierQuestionnaireId: one.id }} />,
      ),
    })),
  ]
  return (
    <Panel
      title={t('What shows it')}
      hint={t('As evidence it ages like any other, and the risks that rest on it move.')}
    >
      {rows.length === 0 ? (
        <EmptyState noun="evidence" title={t('Nothing shows it yet')}>
          {t(
            'Add a certificate, record a review or ask with a questionnaire. Then use it as evidence for the controls on suppliers.',
          )}
        </EmptyState>
      ) : (
        <ObjectRows rows={rows} />
      )}
    </Panel>
  )
}
