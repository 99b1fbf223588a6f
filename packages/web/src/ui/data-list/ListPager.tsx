import { Pagination, Select } from '@mantine/core'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './DataList.module.css'
import type { ListPage, ListState } from './list-column.ts'

const sizes = ['25', '50', '100', '200']

type Props = { readonly data: ListPage<unknown>; readonly onState: (patch: ListState) => void }

export function ListPager({ data: { items, total, page, pageSize }, onState }: Props) {
  const { t } = useTranslation()
  const from = (page - 1) * pageSize + 1
  const pages = Math.max(1, Math.ceil(total / pageSize))
  if (total === 0) return null
  return (
    <footer className={classes.pager}>
      <span>
        {items.length === 0
          ? t('Nothing on this page; {{count}} in all', { count: total })
          : t('{{from}}–{{to}} of {{total}}', { from, to: from + items.length - 1, total })}
      </span>
      {total > Number(sizes[0]) && (
        <Select
          aria-label={t('Rows a page')}
          size="xs"
          w={74}
          data={sizes}
          value={String(pageSize)}
          allowDeselect={false}
          onChange={(value) => value && onState({ pageSize: Number(value), page: undefined })}
        />
      )}
      {(pages > 1 || page > 1) && (
        <Pagination
          size="sm"
          total={pages}
          value={page}
          onChange={(next) => onState({ page: next === 1 ? undefined : next })}
          getItemProps={(item) => ({ 'aria-label': t('Page {{page}}', { page: item }) })}
          getControlProps={(control) => ({ 'aria-label': control === 'next' ? t('Next page') : t('Previous page') })}
        />
      )}
    </footer>
  )
}
