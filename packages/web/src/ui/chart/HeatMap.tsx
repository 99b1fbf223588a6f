import { useElementSize } from '@mantine/hooks'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ChartFrame } from './ChartFrame.tsx'
import classes from './chart.module.css'
import { type HeatLevel, HeatMapGrid } from './HeatMapGrid.tsx'
import { HeatMapMarks } from './HeatMapMarks.tsx'
import { heatMapFrame } from './heat-map-frame.ts'
import type { Place } from './heat-map-layout.ts'

export type HeatPoint = {
  readonly id: string
  /** Inside the mark: the number of `R-12`. */
  readonly short: string
  readonly name: string
  readonly href?: string
  readonly claimed: Place | null
  readonly proven: Place | null
  readonly inherent?: Place | null
  readonly target?: Place | null
}

export type HeatLayer = 'inherent' | 'target'

export type HeatMapProps = {
  readonly label: string
  /** Names of the bands, lowest first. */
  readonly likelihoods: readonly string[]
  readonly consequences: readonly string[]
  /** Level of a cell, by band indices from 0. */
  readonly levelOf: (likelihood: number, consequence: number) => HeatLevel
  readonly points: readonly HeatPoint[]
  /** Drawn besides claimed and proven. */
  readonly layers?: readonly HeatLayer[]
  readonly onOpen?: (id: string) => void
  /** Makes the cells that hold something proven open: by band indices from 0. */
  readonly onCell?: (likelihood: number, consequence: number) => void
  /** The address a cell opens. */
  readonly cellHref?: (likelihood: number, consequence: number) => string
}

/** A ring is what is claimed, a dot what is proven, the line between them the assurance gap. */
export function HeatMap(props: HeatMapProps) {
  const { t } = useTranslation()
  const { label, likelihoods, consequences, levelOf, points, layers = [] } = props
  const { ref, width: measured } = useElementSize()
  const width = Math.min(860, measured || 560)
  const frame = heatMapFrame(width, likelihoods.length, consequences.length)
  const isIn = (place: Place | null, row: number, column: number) =>
    place !== null &&
    band(place.likelihood, likelihoods.length) === row &&
    band(place.consequence, consequences.length) === column
  const cell = (place: Place | null | undefined) =>
    place
      ? `${likelihoods[band(place.likelihood, likelihoods.length)]} × ${consequences[band(place.consequence, consequences.length)]}`
      : '–'
  const table = {
    columns: [
      t('Risk'),
      t('Claimed'),
      t('Proven'),
      ...layers.map((layer) => (layer === 'inherent' ? t('Inherent') : t('Target'))),
    ],
    rows: points.map((point) => [
      point.name,
      cell(point.claimed),
      cell(point.proven),
      ...layers.map((layer) => cell(point[layer])),
    ]),
  }
  return (
    <ChartFrame label={label} table={table} legend={<Legend layers={layers} />}>
      <div ref={ref} className={classes.heatMap}>
        {/* biome-ignore lint/a11y/noSvgWithoutTitle: the figure around it has the name; its links are read one by one. */}
        <svg width={width} height={frame.height + 52} className={classes.drawing}>
          <HeatMapGrid
            likelihoods={likelihoods}
            consequences={consequences}
            levelOf={levelOf}
            frame={frame}
            countOf={(row, column) => points.filter(({ proven }) => isIn(proven, row, column)).length}
            onCell={props.onCell}
            cellHref={props.cellHref}
          />
          <HeatMapMarks points={points} layers={layers} frame={frame} onOpen={props.onOpen} />
        </svg>
      </div>
    </ChartFrame>
  )
}

const band = (position: number, bands: number): number => Math.min(bands - 1, Math.max(0, Math.floor(position)))

function Legend({ layers }: { readonly layers: readonly HeatLayer[] }) {
  const { t } = useTranslation()
  return (
    <>
      <LegendMark text={t('claimed')}>
        <circle cx="8" cy="8" r="5.5" className={classes.ring} />
      </LegendMark>
      <LegendMark text={t('proven')}>
        <circle cx="8" cy="8" r="6" className={classes.dot} />
      </LegendMark>
      {layers.includes('inherent') && (
        <LegendMark text={t('inherent')}>
          <rect x="4" y="4" width="8" height="8" className={classes.inherent} />
        </LegendMark>
      )}
      {layers.includes('target') && (
        <LegendMark text={t('target')}>
          <path d="M8 2l6 6-6 6-6-6z" className={classes.target} />
        </LegendMark>
      )}
    </>
  )
}

function LegendMark({ text, children }: { readonly text: string; readonly children: React.ReactNode }) {
  return (
    <span className={classes.legendItem}>
      <svg width="16" height="16" aria-hidden="true" focusable="false">
        {children}
      </svg>
      {text}
    </span>
  )
}
