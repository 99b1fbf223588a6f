import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './chart.module.css'
import type { HeatLayer, HeatPoint } from './HeatMap.tsx'
import { type Frame, toPoint } from './heat-map-frame.ts'
import { inside, type Place, spread } from './heat-map-layout.ts'

type Props = {
  readonly points: readonly HeatPoint[]
  readonly layers: readonly HeatLayer[]
  readonly frame: Frame
  readonly onOpen?: (id: string) => void
}

/** Ring, dot and line of every risk; each is a link to it. */
export function HeatMapMarks({ points, layers, frame, onOpen }: Props) {
  const { t } = useTranslation()
  const { radius } = frame
  const located = points.flatMap(({ id, proven, claimed }) => {
    const place = proven ?? claimed
    return place ? [{ id, place }] : []
  })
  // Two dots may touch, not cover: two radii, in bands.
  const places = spread(located, (2 * radius * frame.consequences) / frame.width)
  const draw = (place: Place) => toPoint(inside(place, frame.likelihoods, frame.consequences), frame)
  return (
    <g>
      {points.map((point) => {
        const at = places.get(point.id)
        if (at === undefined) return null
        const proven = point.proven ? draw(at) : null
        // The ring keeps its distance to the dot when marks were moved apart.
        const claimed = point.claimed && draw(shifted(point.claimed, point.proven ?? point.claimed, at))
        const content = (
          <>
            <title>{point.name}</title>
            {layers.map((layer) => {
              const place = point[layer]
              return place && <Layer key={layer} layer={layer} {...draw(place)} to={proven ?? claimed} />
            })}
            {claimed && proven && (
              <line x1={claimed.x} y1={claimed.y} x2={proven.x} y2={proven.y} className={classes.gapLine} />
            )}
            {claimed && <circle cx={claimed.x} cy={claimed.y} r={radius - 1} className={classes.ring} />}
            {proven && <circle cx={proven.x} cy={proven.y} r={radius} className={classes.dot} />}
            <text
              x={(proven ?? claimed)?.x}
              y={(proven ?? claimed)?.y}
              className={proven ? classes.dotText : classes.ringText}
            >
              {point.short}
            </text>
          </>
        )
        return (
          <a
            key={point.id}
            href={point.href ?? `#${point.id}`}
            aria-label={t('{{name}}: open', { name: point.name })}
            className={classes.mark}
            onClick={(event) => {
              if (!onOpen || event.metaKey || event.ctrlKey) return
              event.preventDefault()
              onOpen(point.id)
            }}
          >
            {content}
          </a>
        )
      })}
    </g>
  )
}

type LayerProps = {
  readonly layer: HeatLayer
  readonly x: number
  readonly y: number
  readonly to: { readonly x: number; readonly y: number } | null
}

function Layer({ layer, x, y, to }: LayerProps) {
  return (
    <>
      {to && <line x1={x} y1={y} x2={to.x} y2={to.y} className={classes.layerLine} />}
      {layer === 'inherent' ? (
        <rect x={x - 5} y={y - 5} width={10} height={10} className={classes.inherent} />
      ) : (
        <path d={`M${x} ${y - 7}l7 7-7 7-7-7z`} className={classes.target} />
      )}
    </>
  )
}

const shifted = (place: Place, from: Place, to: Place): Place => ({
  likelihood: place.likelihood + to.likelihood - from.likelihood,
  consequence: place.consequence + to.consequence - from.consequence,
})
