import { ismsProcesses, processFeeds } from '@sinew/contract/context/context-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ChartFrame } from '../ui/chart/ChartFrame.tsx'
import { Panel } from '../ui/Panel.tsx'
import { placeProcesses } from './process-layers.ts'
import classes from './process-map.module.css'

const box = { width: 170, height: 52, gapX: 56, gapY: 22 } as const
const register = ismsProcesses.register.plural

/** Which process feeds which, from left to right. */
export function ProcessMap() {
  const { t } = useTranslation()
  const api = useOrganizationApi()
  const arrow = useId()
  const processes = useQuery(api.query(ismsProcesses.list, { query: { pageSize: 200 } })).data?.items
  const feeds = useQuery(api.query(processFeeds.list, { query: { pageSize: 200 } })).data?.items
  if (processes === undefined || feeds === undefined || processes.length < 2) return null
  const edges = feeds.map((feed) => ({ ...feed, from: feed.fromProcessId, to: feed.processId }))
  const placed = placeProcesses(processes, edges)
  const at = new Map(placed.map((node) => [node.id, node]))
  const left = (column: number) => 2 + column * (box.width + box.gapX)
  const top = (row: number) => 2 + row * (box.height + box.gapY)
  const width = left(Math.max(...placed.map(({ column }) => column))) + box.width + 2
  const height = top(Math.max(...placed.map(({ row }) => row))) + box.height + 2
  const table = {
    columns: [t('From'), t('What'), t('To')],
    rows: feeds.map(({ fromProcess, title, process }) => [fromProcess?.name ?? '', title, process?.name ?? '']),
  }
  return (
    <Panel title={t('How the processes feed each other')}>
      <ChartFrame label={t('How the processes feed each other')} table={table} legend={t('Dashed: late or never ran.')}>
        <div className={classes.scroll}>
          <div className={classes.map} style={{ width, height }}>
            <svg width={width} height={height} className={classes.arrows} aria-hidden="true">
              <defs>
                <marker id={arrow} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
                  <path d="M0 0L8 4L0 8z" className={classes.head} />
                </marker>
              </defs>
              {edges.map(({ id, from, to, title }) => {
                const [a, b] = [at.get(from), at.get(to)]
                if (a === undefined || b === undefined) return null
                const y = (row: number) => top(row) + box.height / 2
                const [x1, x2] = [left(a.column) + box.width, left(b.column) - 2]
                const bend = Math.max(24, Math.abs(x2 - x1) / 2)
                return (
                  <path
                    key={id}
                    d={`M${x1} ${y(a.row)}C${x1 + bend} ${y(a.row)} ${x2 - bend} ${y(b.row)} ${x2} ${y(b.row)}`}
                    className={classes.arrow}
                    data-back={b.column <= a.column || undefined}
                    markerEnd={`url(#${arrow})`}
                  >
                    <title>{title}</title>
                  </path>
                )
              })}
            </svg>
            {processes.map((process) => {
              const node = at.get(process.id)
              if (node === undefined) return null
              return (
                <PageLink
                  key={process.id}
                  to={paths.registered}
                  params={{ register, number: process.number }}
                  underline="never"
                  className={classes.box}
                  data-run={process.run}
                  style={{ left: left(node.column), top: top(node.row), width: box.width, height: box.height }}
                >
                  <strong>{process.name}</strong>
                  <span>{process.owner?.name ?? t('Nobody owns it')}</span>
                </PageLink>
              )
            })}
          </div>
        </div>
      </ChartFrame>
    </Panel>
  )
}
