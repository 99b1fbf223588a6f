import classes from './ObjectRows.module.css'

export type ObjectRow = {
  readonly id: string
  /** `R-12`, `A.8.13`. */
  readonly reference?: string
  readonly title: React.ReactNode
  /** A quiet line below the title. */
  readonly note?: React.ReactNode
  /** At the end of the row: a figure, a chip, a button. */
  readonly detail?: React.ReactNode
}

/** A short list of linked objects inside of a panel. */
export function ObjectRows({ rows }: { readonly rows: readonly ObjectRow[] }) {
  if (rows.length === 0) return null
  return (
    <ul className={classes.rows}>
      {rows.map(({ id, reference, title, note, detail }) => (
        <li key={id} className={classes.row}>
          {reference !== undefined && <span className={classes.reference}>{reference}</span>}
          <span className={classes.words}>
            {title}
            {note && <span className={classes.note}>{note}</span>}
          </span>
          {detail && <span className={classes.detail}>{detail}</span>}
        </li>
      ))}
    </ul>
  )
}
