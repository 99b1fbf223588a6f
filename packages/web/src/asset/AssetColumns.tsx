import { VisuallyHidden } from '@mantine/core'
import type { Asset } from '@sinew/contract/asset/asset-contract.ts'
import { needLevelWords, needProperties, rankOf } from '@sinew/core/asset/need-levels.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { When } from '../ui/When.tsx'
import { classificationWords, kindWords, propertyWords } from './asset-words.ts'

export function assetColumns(t: (sentence: string) => string): readonly ListColumn<Asset>[] {
  return [
    {
      key: 'number',
      title: t('No.'),
      sort: 'number',
      width: 76,
      fixed: true,
      card: 'reference',
      render: ({ number }) => <span style={{ color: 'var(--sn-ink-3)' }}>{assetRef(number)}</span>,
    },
    {
      key: 'title',
      title: t('Asset'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: ({ number, title, singlePoint, unassessed }) => (
        <>
          <PageLink to={paths.asset} params={{ number }} c="var(--sn-ink)" fw={550}>
            {title}
          </PageLink>
          {singlePoint !== null && <Mark>{t('single point of failure')}</Mark>}
          {unassessed !== null && <Mark>{t('high need, no risk')}</Mark>}
        </>
      ),
    },
    { key: 'kind', title: t('Kind'), sort: 'kind', width: 130, render: ({ kind }) => t(kindWords[kind]) },
    {
      key: 'classification',
      title: t('Classification'),
      sort: 'classification',
      width: 120,
      render: ({ classification }) => t(classificationWords[classification]),
    },
    { key: 'owner', title: t('Owner'), sort: 'owner', width: 130, render: ({ ownerName }) => ownerName ?? <Nobody /> },
    {
      key: 'location',
      title: t('Location'),
      sort: 'location',
      width: 130,
      render: ({ site }) => site?.name ?? <Nobody />,
    },
    {
      key: 'need',
      title: t('Highest need'),
      sort: 'need',
      width: 120,
      render: (asset) => <HighestNeed asset={asset} />,
    },
    ...needProperties.map(
      (property): ListColumn<Asset> => ({
        key: property,
        title: t(propertyWords[property]),
        sort: property,
        width: 130,
        hidden: true,
        card: 'none',
        render: ({ effective }) => <Level need={effective[property]} />,
      }),
    ),
    {
      key: 'risks',
      title: t('Risks'),
      sort: 'risks',
      width: 80,
      align: 'right',
      render: ({ riskCount }) => riskCount,
    },
    {
      key: 'scope',
      title: t('In scope'),
      width: 90,
      card: 'corner',
      render: ({ inScope }) => (inScope ? t('in scope') : t('out of scope')),
    },
    {
      key: 'updated',
      title: t('Changed'),
      sort: 'updatedAt',
      width: 130,
      hidden: true,
      render: ({ updatedAt }) => <When at={updatedAt} />,
    },
  ]
}

function HighestNeed({ asset: { effective } }: { readonly asset: Asset }) {
  const [highest] = needProperties
    .map((property) => effective[property])
    .sort((a, b) => rankOf(b.level) - rankOf(a.level))
  return highest === undefined ? null : <Level need={highest} />
}

/** The effective level; an arrow where it was handed down. */
function Level({ need: { level, because } }: { readonly need: Asset['effective']['availability'] }) {
  const { t } = useTranslation()
  if (level === null) return <Nobody />
  return (
    <span title={because ?? undefined}>
      {t(needLevelWords[level])}
      {because !== null && (
        <span style={{ color: 'var(--sn-ink-3)' }}>
          <span aria-hidden="true"> ↓</span>
          <VisuallyHidden>, {t('handed down')}</VisuallyHidden>
        </span>
      )}
    </span>
  )
}

function Mark({ children }: { readonly children: React.ReactNode }) {
  return <small style={{ display: 'block', color: 'var(--sn-stale)' }}>{children}</small>
}

function Nobody() {
  return <span style={{ color: 'var(--sn-ink-3)' }}>–</span>
}
