import { Checkbox } from '@mantine/core'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './DataList.module.css'
import { isPlainClick, type ListRowsProps, toggled } from './ListTable.tsx'

/** The same rows as cards, at phone width. */
export function ListCards<T>({ columns, data, rowId, rowName, onOpen, selection }: ListRowsProps<T>) {
  const { t } = useTranslation()
  const at = (place: string) => columns.filter(({ card }) => card === place)
  const details = columns.filter(({ card }) => card === undefined || card === 'detail')
  return (
    <ul className={classes.cards}>
      {data.items.map((row) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: a larger target for fingers; the title inside is the link for keys.
        <li key={rowId(row)} className={classes.card} onClick={(event) => isPlainClick(event) && onOpen?.(row)}>
          <div className={classes.cardHead}>
            {selection && (
              <Checkbox
                size="sm"
                aria-label={t('Choose {{name}}', { name: rowName(row) })}
                checked={selection.picked.includes(rowId(row))}
                onChange={() => selection.pick(toggled(selection.picked, rowId(row)))}
              />
            )}
            <div className={classes.cardOpen}>
              {at('reference').map((column) => (
                <span key={column.key} className={classes.cardReference}>
                  {column.render(row)}
                </span>
              ))}
              {at('title').map((column) => (
                <span key={column.key} className={classes.cardTitle}>
                  {column.render(row)}
                </span>
              ))}
            </div>
            {at('corner').map((column) => (
              <span key={column.key} className={classes.cardCorner}>
                {column.render(row)}
              </span>
            ))}
          </div>
          <dl className={classes.cardDetails}>
            {details.map((column) => (
              <div key={column.key}>
                <dt>{column.title}</dt>
                <dd>{column.render(row)}</dd>
              </div>
            ))}
          </dl>
        </li>
      ))}
    </ul>
  )
}
