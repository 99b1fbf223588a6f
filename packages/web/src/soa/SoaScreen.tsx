import { Button } from '@mantine/core'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { useSuspenseQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ListPager } from '../ui/data-list/ListPager.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { later } from '../ui/later.ts'
import { IssueList } from './IssueList.tsx'
import { lineGroups, sortedGroup } from './line-groups.ts'
import { ProposalPanel } from './ProposalPanel.tsx'
import { SoaFilters } from './SoaFilters.tsx'
import { SoaHeader } from './SoaHeader.tsx'
import { SoaSummary } from './SoaSummary.tsx'
import classes from './soa.module.css'
import { soaQuery } from './soa-queries.ts'
import { filterKeys, type LineTask, type SoaSearch } from './soa-search.ts'
import { ThemeLines } from './ThemeLines.tsx'

const BulkBar = later(async () => (await import('./BulkBar.tsx')).BulkBar)

const LineDrawer = later(async () => (await import('./LineDrawer.tsx')).LineDrawer)

const route = getRouteApi('/o/$slug/soa')

/** The Statement of Applicability as it is: the page an auditor opens first. */
export function Screen() {
  const { asOf: _asOf, ...search }: SoaSearch & { readonly asOf?: string } = route.useSearch()
  const navigate = route.useNavigate()
  const go = (change: Partial<SoaSearch>, replace = false) =>
    void navigate({ search: (old: object) => ({ ...old, ...change }), replace, resetScroll: false })
  /** Other lines, from the first page on. */
  const patch = (change: Partial<SoaSearch>) => go({ page: undefined, line: undefined, ...change })
  const { data: soa } = useSuspenseQuery(soaQuery(useOrganizationApi(), search))
  /** Which line is open is no reason to ask again. */
  const open = (line: Pick<SoaSearch, 'line' | 'task'>) => go({ page: soa.page, ...line }, true)
  const [openRefs, setOpenRefs] = useState<ReadonlySet<string>>(new Set(search.line ? [search.line] : []))
  const [startRef] = useState(search.line)
  const [chosen, choose] = useState<ReadonlySet<string>>(new Set())
  const clear = () => patch(Object.fromEntries(filterKeys.map((key) => [key, undefined])))
  const toggle = ({ ref }: SoaLine) => {
    const isOpen = openRefs.has(ref)
    setOpenRefs(withOrWithout(openRefs, ref, !isOpen))
    open({ line: isOpen ? undefined : ref, task: undefined })
  }
  const begin = ({ ref }: SoaLine, task: LineTask) => {
    setOpenRefs(withOrWithout(openRefs, ref, true))
    open({ line: ref, task })
  }
  const edited = search.task && soa.lines.find((line) => line.ref === search.line)
  const chosenLines = soa.lines.filter((line) => chosen.has(line.controlId))
  return (
    <>
      <SoaHeader soa={soa} onSearch={patch} />
      {soa.proposed && <ProposalPanel version={soa.proposed} approvedNumber={soa.approved?.number ?? null} />}
      <SoaSummary soa={soa} search={search} onSearch={patch} />
      {soa.issues.length > 0 && (
        <div className={classes.statementIssues}>
          <IssueList issues={soa.issues} line={null} onTask={() => undefined} />
        </div>
      )}
      <div className={classes.toolbar}>
        <SoaFilters search={search} onSearch={patch} />
      </div>
      {chosenLines.length > 0 && <BulkBar lines={chosenLines} onDone={() => choose(new Set())} />}
      {soa.total === 0 && <NothingFits count={soa.counts.lines} onClear={clear} />}
      {(search.sort ? sortedGroup(soa.lines, search.sort) : lineGroups(soa.lines)).map((group) => (
        <ThemeLines
          key={group.key}
          group={group}
          isWhole={soa.total === soa.lines.length}
          openRefs={openRefs}
          startRef={startRef}
          chosen={chosen}
          approvedNumber={soa.approved?.number ?? null}
          onToggle={toggle}
          onTask={begin}
          onChoose={(ids, isChosen) => choose(ids.reduce((all, id) => withOrWithout(all, id, isChosen), chosen))}
        />
      ))}
      <ListPager
        data={{ ...soa, items: soa.lines }}
        onState={({ page = 1, pageSize = search.pageSize }) => {
          choose(new Set())
          go({ page, pageSize, line: undefined })
        }}
      />
      {edited && (
        <LineDrawer
          key={edited.controlId}
          line={edited}
          task={search.task ?? 'decide'}
          onClose={() => open({ line: search.line, task: undefined })}
        />
      )}
    </>
  )
}

function NothingFits({ count, onClear }: { readonly count: number; readonly onClear: () => void }) {
  const { t } = useTranslation()
  return (
    <EmptyState
      noun="soa"
      title={t('No line fits these filters')}
      action={
        <Button variant="default" onClick={onClear}>
          {t('Clear the filters')}
        </Button>
      }
    >
      {t('All {{count}} lines are still there.', { count })}
    </EmptyState>
  )
}

function withOrWithout(all: ReadonlySet<string>, one: string, isIn: boolean): ReadonlySet<string> {
  const next = new Set(all)
  if (isIn) next.add(one)
  else next.delete(one)
  return next
}
