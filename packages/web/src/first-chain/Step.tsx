import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './first-chain.module.css'

export function StepList({ children }: { readonly children: React.ReactNode }) {
  return <ol className={classes.steps}>{children}</ol>
}

type Props = {
  readonly number: number
  readonly title: string
  /** Solid when done, hollow while it is only planned: the language of the whole app. */
  readonly isDone: boolean
  readonly isOpen: boolean
  readonly children: React.ReactNode
}

export function Step({ number, title, isDone, isOpen, children }: Props) {
  const { t } = useTranslation()
  return (
    <li className={classes.step} data-done={isDone || undefined} data-open={isOpen || undefined}>
      <span className={classes.mark} aria-hidden="true">
        {isDone ? <IconCheck size={16} stroke={2.4} /> : number}
      </span>
      <div className={classes.content}>
        <h2 className={classes.title}>
          {title}
          {isDone && <span className={classes.done}>{t('done')}</span>}
        </h2>
        {isOpen && <div className={classes.body}>{children}</div>}
      </div>
    </li>
  )
}
