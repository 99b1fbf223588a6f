import { Button } from '@mantine/core'
import { exportSoa, type Soa } from '@sinew/contract/soa/soa-contract.ts'
import { IconVersions } from '@tabler/icons-react'
import { useState } from 'react'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { later } from '../ui/later.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { ExportMenu } from './ExportMenu.tsx'
import { SoaSentence } from './SoaSentence.tsx'
import type { SoaSearch } from './soa-search.ts'

const ProposeDrawer = later(async () => (await import('./ProposeDrawer.tsx')).ProposeDrawer)

type Props = { readonly soa: Soa; readonly onSearch: (patch: Partial<SoaSearch>) => void }

export function SoaHeader({ soa, onSearch }: Props) {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const go = useGo()
  const may = useMay('soa:write')
  const [isProposing, propose] = useState(false)
  const errors = soa.counts.issues.error
  const decides = soa.proposed !== null
  const { undecided } = soa.counts
  const isReady = errors === 0 && undecided === 0
  const next = decides ? null : errors > 0 ? (
    <Button onClick={() => onSearch({ severity: ['error'] })}>
      {t('Show the {{count}} errors', { count: errors })}
    </Button>
  ) : undecided > 0 ? (
    <Button onClick={() => onSearch({ applicable: true, reason: ['none'] })}>
      {t('Decide on {{count}} lines', { count: undecided })}
    </Button>
  ) : (
    <ActionButton refusals={[...may, ...soa.proposeRefusals]} onClick={() => propose(true)}>
      {t('Propose a version')}
    </ActionButton>
  )
  return (
    <>
      <PageHeader
        noun="soa"
        title={t('Statement of Applicability')}
        sentence={<SoaSentence soa={soa} />}
        next={next}
        actions={
          <>
            {!isReady && !decides && (
              <ActionButton variant="default" refusals={[...may, ...soa.proposeRefusals]} onClick={() => propose(true)}>
                {t('Propose a version')}
              </ActionButton>
            )}
            <Button
              variant="default"
              leftSection={<IconVersions size={16} aria-hidden="true" />}
              onClick={() => go(paths.soaVersions)}
            >
              {t('Versions')}
            </Button>
            <ExportMenu
              label={t('Export')}
              hint={t('As it is now, marked as a draft')}
              url={(format) => api.url(exportSoa, { query: { format } })}
            />
          </>
        }
      />
      {isProposing && <ProposeDrawer soa={soa} onClose={() => propose(false)} />}
    </>
  )
}
