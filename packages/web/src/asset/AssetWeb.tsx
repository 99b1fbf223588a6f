import type { getAssetGraph } from '@sinew/contract/asset/asset-contract.ts'
import type { OutputOf } from '@sinew/contract/client.ts'
import { needLevelWords } from '@sinew/core/asset/need-levels.ts'
import { assetRef } from '@sinew/core/explanation/people-ref.ts'
import { useId } from 'react'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { placeLayers } from '../ui/chart/place-layers.ts'
import classes from './asset-web.module.css'

export type Graph = OutputOf<typeof getAssetGraph>
const box = { width: 168, height: 58, gapX: 26, gapY: 52 } as const
const edgeRoom = 4

/** What rests on what, from top to bottom. The list beside it says the same in words. */
export function AssetWeb({ graph, here }: { readonly graph: Graph; readonly here?: string }) {
  const { t } = useTranslation()
  const arrow = useId()
  const { assets, dependencies } = graph
  const placed = placeLayers(
    assets.map(({ id }) => id),
    dependencies.map(({ assetId, onAssetId }) => ({ from: assetId, to: onAssetId })),
    box,
  )
  const size = { width: placed.width + 2 * edgeRoom, height: placed.height + 2 * edgeRoom }
  return (
    <figure className={classes.figure} aria-label={t('What rests on what')}>
      <div className={classes.scroll}>
        <div className={classes.map} style={size}>
          <svg {...size} viewBox={`${-edgeRoom} ${-edgeRoom} ${size.width} ${size.height}`} aria-hidden="true">
            <defs>
              <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                <path d="M0 0L8 4L0 8z" className={classes.head} />
              </marker>
            </defs>
            {dependencies.map(({ id, anyOf }, at) => {
              const way = placed.ways[at]
              return (
                way && (
                  <path
                    key={id}
                    d={pathOf(way.points)}
                    className={classes.edge}
                    data-alternative={anyOf !== '' || undefined}
                    data-back={way.isBack || undefined}
                    markerEnd={`url(#${arrow})`}
                  />
                )
              )
            })}
          </svg>
          {assets.map((asset) => {
            const at = placed.nodes.get(asset.id)
            const { level } = asset.effective.availability
            return (
              <PageLink
                key={asset.id}
                to={paths.asset}
                params={{ number: asset.number }}
                underline="never"
                className={classes.box}
                data-single={asset.singlePoint !== null || undefined}
                data-here={asset.id === here || undefined}
                title={asset.singlePoint ?? asset.title}
                style={{
                  left: (at?.x ?? 0) - box.width / 2 + edgeRoom,
                  top: (at?.y ?? 0) - box.height / 2 + edgeRoom,
                  width: box.width,
                  height: box.height,
                }}
              >
                <strong>
                  {assetRef(asset.number)} {asset.title}
                </strong>
                <span>
                  {asset.singlePoint !== null
                    ? t('single point of failure')
                    : level === null
                      ? t('need not said')
                      : t('availability: {{level}}', { level: t(needLevelWords[level]).toLowerCase() })}
                </span>
              </PageLink>
            )
          })}
        </div>
      </div>
      <figcaption className={classes.legend}>
        {t(
          'An arrow leads from what rests to what it rests on. Dashed lines: one of several is enough. Thick frames: single points of failure.',
        )}
      </figcaption>
    </figure>
  )
}

type Point = { readonly x: number; readonly y: number }

/** From the edge of one box to the edge of the other, by gentle curves through its lanes. */
function pathOf(points: readonly Point[]): string {
  const [first, last] = [points[0], points.at(-1)]
  if (first === undefined || last === undefined) return ''
  const half = ((last.y >= first.y ? 1 : -1) * box.height) / 2
  // Straight past the boxes of a layer, bent only between layers.
  const ends = points.flatMap(({ x, y }, at) => {
    if (at === 0) return [{ x, y: y + half }]
    return at === points.length - 1
      ? [{ x, y: y - half }]
      : [
          { x, y: y - half },
          { x, y: y + half },
        ]
  })
  return ends.reduce((path, { x, y }, at) => {
    const before = ends[at - 1]
    if (before === undefined) return `M${x} ${y}`
    const middle = (before.y + y) / 2
    return `${path}C${before.x} ${middle} ${x} ${middle} ${x} ${y}`
  }, '')
}
