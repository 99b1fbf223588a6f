import { SegmentedControl } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useMay } from '../api/OrganizationProvider.tsx'
import { NotPermitted } from '../app/NotPermitted.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { isOffered } from '../ui/offered.ts'
import { PageHeader } from '../ui/PageHeader.tsx'
import { OwnRiskForm } from './OwnRiskForm.tsx'
import { ThreatPicker } from './ThreatPicker.tsx'

const route = getRouteApi('/o/$slug/risks/new')

/** Two ways to a risk: proposed for the sector, or in one's own words. */
export function Screen() {
  const { t } = useTranslation()
  if (!isOffered(useMay('risk:write')))
    return <NotPermitted noun="risk" what={t('Risks are added by whoever may change them.')} />
  return <Choice />
}

function Choice() {
  const { t } = useTranslation()
  const { own = false } = route.useSearch()
  const navigate = route.useNavigate()
  return (
    <>
      <PageHeader
        trail={[
          <PageLink key="risks" to={paths.risks}>
            {t('Risks')}
          </PageLink>,
        ]}
        noun="risk"
        title={t('Add risks')}
        sentence={
          own
            ? t('Who or what does what to which asset, with what consequence.')
            : t(
                'Scenarios that hit organisations like yours, the likeliest first, each with its reason and its source.',
              )
        }
        actions={
          <SegmentedControl
            aria-label={t('Where from')}
            value={own ? 'own' : 'proposed'}
            onChange={(value) => void navigate({ search: value === 'own' ? { own: true } : {} })}
            data={[
              { value: 'proposed', label: t('Proposed for our sector') },
              { value: 'own', label: t('In our own words') },
            ]}
          />
        }
      />
      {own ? <OwnRiskForm /> : <ThreatPicker />}
    </>
  )
}
