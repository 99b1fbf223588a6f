import { Popover, Skeleton, Stack, UnstyledButton, VisuallyHidden } from '@mantine/core'
import type { Explanation } from '@sinew/core/explanation/explanation.ts'
import { useTranslation } from '../../i18n/use-translation.ts'
import { ExplanationTree } from './ExplanationTree.tsx'
import classes from './explanation.module.css'

export type WhyProps = {
  /** Null while there is none: the number is then shown without the question. */
  readonly explanation: Explanation | null | undefined
  readonly currency: string
  /** Asked for when somebody wants to know: the question is then shown before there is an answer. */
  readonly onOpen?: () => void
  /** The number as shown. */
  readonly children: React.ReactNode
}

/** A derived number that opens to its explanation. */
export function Why({ explanation, currency, onOpen, children }: WhyProps) {
  const { t } = useTranslation()
  if (!explanation && !onOpen) return <span>{children}</span>
  return (
    <Popover
      width="min(460px, calc(100vw - 24px))"
      position="bottom-start"
      shadow="lg"
      trapFocus
      returnFocus
      onOpen={onOpen}
    >
      <Popover.Target>
        <UnstyledButton className={classes.why}>
          {children}
          <VisuallyHidden>{t('– why?')}</VisuallyHidden>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown}>
        {explanation ? <ExplanationTree explanation={explanation} currency={currency} /> : <Asking />}
      </Popover.Dropdown>
    </Popover>
  )
}

function Asking() {
  return (
    <Stack gap={8}>
      <Skeleton height={14} width="70%" />
      <Skeleton height={14} width="50%" />
      <Skeleton height={14} width="60%" />
    </Stack>
  )
}
