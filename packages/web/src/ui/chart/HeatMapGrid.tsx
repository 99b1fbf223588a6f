import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './chart.module.css'
import type { Frame } from './heat-map-frame.ts'

export type HeatLevel = 'low' | 'medium' | 'high' | 'critical'

type Props = {
  readonly likelihoods: readonly string[]
  readonly consequences: readonly string[]
  readonly frame: Frame
  readonly levelOf: (likelihood: number, consequence: number) => HeatLevel
  /** How many lie in a cell. */
  readonly countOf: (likelihood: number, consequence: number) => number
  readonly onCell?: (likelihood: number, consequence: number) => void
  readonly cellHref?: (likelihood: number, consequence: number) => string
}

/** The cells, shaded by level and named by its initial, with the band names along the edges. */
export function HeatMapGrid({ likelihoods, consequences, levelOf, frame, countOf, onCell, cellHref }: Props) {
  const { t } = useTranslation()
  const width = frame.width / consequences.length
  const height = frame.height / likelihoods.length
  return (
    <g>
      {likelihoods.map((likelihood, row) => {
        const y = frame.top + (likelihoods.length - 1 - row) * height
        return (
          <g key={likelihood}>
            <text
              x={frame.left - 8}
              y={y + height / 2}
              className={classes.bandName}
              textAnchor="end"
              dominantBaseline="middle"
            >
              {shortened(likelihood, frame.rowLetters)}
            </text>
            {consequences.map((consequence, column) => {
              const level = levelOf(row, column)
              const x = frame.left + column * width
              const count = onCell ? countOf(row, column) : 0
              const open = () => onCell?.(row, column)
              return (
                <g key={consequence}>
                  <Cell
                    href={count > 0 ? cellHref?.(row, column) : undefined}
                    onOpen={open}
                    name={t('{{count}} risks at {{likelihood}} × {{consequence}}: list', {
                      count,
                      likelihood,
                      consequence,
                    })}
                  >
                    <rect
                      x={x + 1}
                      y={y + 1}
                      width={width - 2}
                      height={height - 2}
                      rx={4}
                      className={classes.cell}
                      data-level={level}
                    />
                  </Cell>
                  <text x={x + width - 6} y={y + 14} textAnchor="end" className={classes.cellLevel}>
                    {frame.namesLevels ? t(level) : t(level).slice(0, 1)}
                  </text>
                </g>
              )
            })}
          </g>
        )
      })}
      {consequences.map((consequence, column) => (
        <text
          key={consequence}
          x={frame.left + (column + 0.5) * width}
          y={frame.top + frame.height + 18}
          className={classes.bandName}
          textAnchor="middle"
        >
          {shortened(consequence, frame.columnLetters)}
        </text>
      ))}
      <text
        x={frame.left + frame.width / 2}
        y={frame.top + frame.height + 42}
        textAnchor="middle"
        className={classes.axis}
      >
        {t('consequence of one event →')}
      </text>
      <text
        transform={`translate(10 ${frame.top + frame.height / 2}) rotate(-90)`}
        textAnchor="middle"
        className={classes.axis}
      >
        {t('likelihood →')}
      </text>
    </g>
  )
}

type CellProps = {
  readonly name: string
  readonly href: string | undefined
  readonly onOpen: () => void
  readonly children: React.ReactNode
}

/** A cell with something in it can be opened; an empty one is only ground. */
function Cell({ name, href, onOpen, children }: CellProps) {
  if (href === undefined) return children
  return (
    <a
      href={href}
      aria-label={name}
      className={classes.openCell}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey) return
        event.preventDefault()
        onOpen()
      }}
    >
      {children}
    </a>
  )
}

function shortened(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).trimEnd()}…`
}
