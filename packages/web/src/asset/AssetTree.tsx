import { dependencyKinds } from '@sinew/core/asset/dependency-kinds.ts'
import { needLevelWords } from '@sinew/core/asset/need-levels.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import type { Translate } from '../i18n/translate.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import type { Graph } from './AssetWeb.tsx'
import classes from './asset-web.module.css'

type Direction = 'below' | 'above'
type Branch = {
  readonly key: string
  readonly asset: Graph['assets'][number]
  readonly edge: Graph['dependencies'][number] | null
  /** Null where it was shown before: a circle ends there. */
  readonly branches: readonly Branch[] | null
}

type Props = { readonly graph: Graph; readonly direction?: Direction; readonly from?: readonly string[] }

/** What rests on what as lists within lists; each asset is unfolded once. */
export function AssetTree({ graph, direction = 'below', from = topsOf(graph) }: Props) {
  const { t } = useTranslation()
  return <Branches branches={grow(graph, direction, from)} t={t} />
}

function Branches({ branches, t }: { readonly branches: readonly Branch[]; readonly t: Translate }) {
  return (
    <ul className={classes.tree}>
      {branches.map(({ key, asset, edge, branches: more }) => (
        <li key={key}>
          <PageLink to={paths.asset} params={{ number: asset.number }}>
            {assetRef(asset.number)} {asset.title}
          </PageLink>{' '}
          <span className={classes.quiet}>{wordsOf(asset, edge, more === null, t)}</span>
          {asset.singlePoint !== null && <span className={classes.single}>{t('single point of failure')}</span>}
          {more !== null && more.length > 0 && <Branches branches={more} t={t} />}
        </li>
      ))}
    </ul>
  )
}

function wordsOf(asset: Branch['asset'], edge: Branch['edge'], isAgain: boolean, t: Translate): string {
  const { level } = asset.effective.availability
  return [
    edge !== null && t(dependencyKinds[edge.kind]).toLowerCase(),
    edge !== null && edge.anyOf !== '' && t('any one of “{{name}}”', { name: edge.anyOf }),
    edge !== null && edge.note,
    level !== null && t('availability: {{level}}', { level: t(needLevelWords[level]).toLowerCase() }),
    isAgain && t('unfolded elsewhere in this list'),
  ]
    .filter(Boolean)
    .join(' · ')
}

/** What nothing rests on, then of each circle that nothing leads to the first. */
function topsOf({ assets, dependencies }: Graph): readonly string[] {
  const led = new Set(dependencies.map(({ onAssetId }) => onAssetId))
  const tops = assets.filter(({ id }) => !led.has(id)).map(({ id }) => id)
  const reached = new Set<string>()
  const reach = (id: string) => {
    if (reached.has(id)) return
    reached.add(id)
    for (const edge of dependencies) if (edge.assetId === id) reach(edge.onAssetId)
  }
  for (const id of tops) reach(id)
  const more = assets.flatMap(({ id }) => {
    if (reached.has(id)) return []
    reach(id)
    return [id]
  })
  return [...tops, ...more]
}

function grow({ assets, dependencies }: Graph, direction: Direction, from: readonly string[]): readonly Branch[] {
  const byId = new Map(assets.map((asset) => [asset.id, asset]))
  const [near, far] = direction === 'below' ? (['assetId', 'onAssetId'] as const) : (['onAssetId', 'assetId'] as const)
  const seen = new Set<string>()
  const branch = (id: string, edge: Branch['edge']): readonly Branch[] => {
    const asset = byId.get(id)
    if (asset === undefined) return []
    const key = edge?.id ?? id
    const next = dependencies.filter((one) => one[near] === id)
    if (seen.has(id) && next.length > 0) return [{ key, asset, edge, branches: null }]
    seen.add(id)
    return [{ key, asset, edge, branches: next.flatMap((one) => branch(one[far], one)) }]
  }
  return from.flatMap((id) => branch(id, null))
}
