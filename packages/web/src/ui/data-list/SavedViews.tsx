import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import classes from './DataList.module.css'

export type SavedViewsProps = {
  readonly views: readonly { readonly id: string; readonly name: string }[]
  readonly onApply: (id: string) => void
  /** Keeps the filters, sort and search on screen under a name. */
  readonly onSave: (name: string) => void
  readonly onDelete: (id: string) => void
}

/** Filters kept under a name. */
export function SavedViews({ views, onApply, onSave, onDelete }: SavedViewsProps) {
  const { t } = useTranslation()
  const [name, setName] = useState('')
  const save = () => {
    if (name.trim() === '') return
    onSave(name.trim())
    setName('')
  }
  return (
    <Menu closeOnItemClick={false} width={260}>
      <Menu.Target>
        <Button variant="default" leftSection={<IconBookmark size={15} />}>
          {t('Views')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {views.length === 0 && <Menu.Label>{t('No view kept yet. Filter the list, then keep it here.')}</Menu.Label>}
        {views.map((view) => (
          <div key={view.id} className={classes.view}>
            <Menu.Item onClick={() => onApply(view.id)}>{view.name}</Menu.Item>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={t('Delete the view {{name}}', { name: view.name })}
              onClick={() => onDelete(view.id)}
            >
              <IconTrash size={14} />
            </ActionIcon>
          </div>
        ))}
        <Menu.Divider />
        <div className={classes.newView}>
          <TextInput
            size="xs"
            aria-label={t('Name of the view')}
            placeholder={t('Name of the view')}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
            onKeyDown={(event) => {
              // The menu would take letters for its own typing search.
              event.stopPropagation()
              if (event.key === 'Enter') save()
            }}
          />
          <Button size="xs" variant="light" onClick={save}>
            {t('Keep')}
          </Button>
        </div>
      </Menu.Dropdown>
    </Menu>
  )
}
