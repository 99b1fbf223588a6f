import { VisuallyHidden } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './Standing.module.css'
import { BearingShape } from './Standing.tsx'

/** A day that went by without what was due: marked by a clock and colour, and said to who does not see them. */
export function PastDue({ is, children }: { readonly is: boolean; readonly children: React.ReactNode }) {
  const { t } = useTranslation()
  if (!is) return children
  return (
    <span className={classes.past} title={t('overdue')}>
      <BearingShape bearing="late" /> {children}
      <VisuallyHidden> ({t('overdue')})</VisuallyHidden>
    </span>
  )
}
