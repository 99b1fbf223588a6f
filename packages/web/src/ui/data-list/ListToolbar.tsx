import { ActionIcon, Checkbox, Menu, Popover, Stack, Tooltip } from '@mantine/core'
import { IconArrowsSort, IconColumns3, IconDownload } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './DataList.module.css'
import { type ListColumn, readSort, shownColumns } from './list-column.ts'
import { SavedViews, type SavedViewsProps } from './SavedViews.tsx'

type Columns = readonly Pick<ListColumn<never>, 'key' | 'title' | 'sort' | 'fixed' | 'hidden' | 'render'>[]

type Props = {
  readonly filters?: ReactNode
  readonly savedViews?: SavedViewsProps
  readonly exportUrl?: (format: 'csv' | 'xlsx') => string
  readonly columns: Columns
  readonly chosen: readonly string[] | null
  readonly onChoose: (keys: readonly string[]) => void
  readonly sort: string
  readonly onSort: (sort: string) => void
}

export function ListToolbar(props: Props) {
  return (
    <div className={classes.toolbar}>
      <div className={classes.filters}>{props.filters}</div>
      <div className={classes.tools}>
        {props.savedViews && <SavedViews {...props.savedViews} />}
        <SortMenu {...props} />
        <ColumnMenu {...props} />
        {props.exportUrl && <ExportMenu exportUrl={props.exportUrl} />}
      </div>
    </div>
  )
}

/** At phone width there is no header to click, so sorting gets a menu. */
function SortMenu({ columns, sort, onSort }: Props) {
  const { t } = useTranslation()
  const current = readSort(sort)
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon className={classes.narrowOnly} variant="default" size="lg" aria-label={t('Sort')}>
          <IconArrowsSort size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {columns.map(({ key, title, sort: name }) => {
          if (name === undefined) return null
          const isCurrent = current?.key === name
          return (
            <Menu.Item
              key={key}
              rightSection={isCurrent ? (current.descending ? '↓' : '↑') : undefined}
              onClick={() => onSort(isCurrent && !current.descending ? `-${name}` : name)}
            >
              {title}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}

function ColumnMenu({ columns, chosen, onChoose }: Props) {
  const { t } = useTranslation()
  const shown = shownColumns(columns, chosen).map(({ key }) => key)
  return (
    <Popover position="bottom-end" withinPortal>
      <Popover.Target>
        <Tooltip label={t('Columns')}>
          <ActionIcon variant="default" size="lg" aria-label={t('Choose columns')}>
            <IconColumns3 size={16} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group value={shown} onChange={onChoose} label={t('Columns')}>
          <Stack gap={8} mt={8}>
            {columns.map(({ key, title, fixed }) => (
              <Checkbox key={key} size="xs" value={key} label={title} disabled={fixed} />
            ))}
          </Stack>
        </Checkbox.Group>
      </Popover.Dropdown>
    </Popover>
  )
}

function ExportMenu({ exportUrl }: { readonly exportUrl: (format: 'csv' | 'xlsx') => string }) {
  const { t } = useTranslation()
  return (
    <Menu>
      <Menu.Target>
        <Tooltip label={t('Export this list')}>
          <ActionIcon variant="default" size="lg" aria-label={t('Export this list')}>
            <IconDownload size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={exportUrl('xlsx')} download>
          {t('Spreadsheet (XLSX)')}
        </Menu.Item>
        <Menu.Item component="a" href={exportUrl('csv')} download>
          {t('Text (CSV)')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
