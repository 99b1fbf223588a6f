import { Popover, UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { Explanation } from '@sinew/core/explanation/explanation.ts'
import { useTranslation } from 'react-i18next'
import { ExplanationTree } from './ExplanationTree.tsx'
import classes from './explanation.module.css'

export type WhyProps = {
  /** Null while there is none: the number is then shown without the question. */
  readonly explanation: Explanation | null | undefined
  readonly currency: string
  /** The number as shown. */
  readonly children: React.ReactNode
}

/** A derived number that opens to its explanation. */
export function Why({ explanation, currency, children }: WhyProps) {
  const { t } = useTranslation()
  if (!explanation) return <span>{children}</span>
  return (
    <Popover width="min(460px, calc(100vw - 24px))" position="bottom-start" shadow="lg" trapFocus returnFocus>
      <Popover.Target>
        <UnstyledButton className={classes.why}>
          {children}
          <VisuallyHidden>{t('– why?')}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        <ExplanationTree explanation={explanation} currency={currency} />
      </Popover.Dropdown>
    </Popover>
  )
}
