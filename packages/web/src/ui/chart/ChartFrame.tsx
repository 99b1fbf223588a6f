import { Table, UnstyledButton } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './chart.module.css'

export type ChartTable = { readonly columns: readonly string[]; readonly rows: readonly (readonly React.ReactNode[])[] }

export type ChartFrameProps = {
  readonly label: string
  /** The same facts as a table, one click away; made when it is looked at, where the picture moves. */
  readonly table: ChartTable | (() => ChartTable)
  readonly legend?: React.ReactNode
  readonly children: React.ReactNode
}

/** Around every chart: its name, its legend, and the same facts as a table for whoever reads better in rows. */
export function ChartFrame({ label, table, legend, children }: ChartFrameProps) {
  const { t } = useTranslation()
  const [isTable, showTable] = useState(false)
  return (
    <figure className={classes.figure} aria-label={label}>
      {isTable ? <ChartAsTable {...(typeof table === 'function' ? table() : table)} label={label} /> : children}
      <figcaption className={classes.caption}>
        <span className={classes.legend}>{!isTable && legend}</span>
        <UnstyledButton className={classes.switch} onClick={() => showTable(!isTable)}>
          {isTable ? t('Show as chart') : t('Show as table')}
        </UnstyledButton>
      </figcaption>
    </figure>
  )
}

function ChartAsTable({ columns, rows, label }: ChartTable & { readonly label: string }) {
  return (
    <Table.ScrollContainer minWidth={320}>
      <Table aria-label={label} verticalSpacing={5}>
        <Table.Thead>
          <Table.Tr>
            {columns.map((column) => (
              <Table.Th key={column}>{column}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of a drawn chart keep their order.
            <Table.Tr key={index}>
              {row.map((cell, column) => (
                <Table.Td key={columns[column]}>{cell}</Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  )
}
