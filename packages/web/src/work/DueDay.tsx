import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { When } from '../ui/When.tsx'
import classes from './work.module.css'

type Props = Pick<WorkItem, 'dueAt' | 'when'> & { readonly withDay?: boolean }

/** By when, with the word that says how pressing it is: a colour alone says nothing. */
export function DueDay({ dueAt, when, withDay = false }: Props) {
  const { t } = useTranslation()
  if (dueAt === null) return <span className={classes.undated}>{t('no date')}</span>
  return (
    <span className={classes.due} data-when={when}>
      {when === 'today' ? t('today') : <When at={dueAt} show={withDay ? 'both' : 'relative'} />}
      {when === 'overdue' && <span className={classes.mark}>{t('overdue')}</span>}
    </span>
  )
}
