import { CopyButton, UnstyledButton } from '@mantine/core'
import type { Explanation } from '@sinew/core/explanation/explanation.ts'
import { IconChevronRight, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from '../../i18n/use-translation.ts'
import { exactTime } from '../relative-time.ts'
import classes from './explanation.module.css'
import { explanationText, fullTermValue, termValue } from './explanation-text.ts'
import { ObjectLink } from './ObjectLink.tsx'

export type ExplanationTreeProps = { readonly explanation: Explanation; readonly currency: string }

/** Where a derived number comes from: each term opens to its own, down to the objects. */
export function ExplanationTree({ explanation, currency }: ExplanationTreeProps) {
  const { t, i18n } = useTranslation()
  return (
    <div className={classes.tree}>
      <ul className={classes.terms}>
        <Term term={explanation} currency={currency} startsOpen />
      </ul>
      <div className={classes.foot}>
        <span>{t('As of {{date}}', { date: exactTime(explanation.asOf, i18n.language) })}</span>
        <CopyButton value={explanationText(explanation, currency)}>
          {({ copied, copy }) => (
            <UnstyledButton className={classes.copy} onClick={copy}>
              <IconCopy size={13} aria-hidden="true" /> {copied ? t('Copied') : t('Copy')}
            </UnstyledButton>
          )}
        </CopyButton>
      </div>
    </div>
  )
}

type TermProps = { readonly term: Explanation; readonly currency: string; readonly startsOpen?: boolean }

function Term({ term, currency, startsOpen = false }: TermProps) {
  const [isOpen, setOpen] = useState(startsOpen)
  const hasTerms = term.terms.length > 0
  const head = (
    <>
      <span className={classes.label}>{term.label}</span>
      <strong className={classes.value} title={fullTermValue(term, currency)}>
        {termValue(term, currency)}
      </strong>
    </>
  )
  return (
    <li className={classes.term}>
      {hasTerms ? (
        <UnstyledButton className={classes.head} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          <IconChevronRight size={13} className={classes.chevron} aria-hidden="true" />
          {head}
        </UnstyledButton>
      ) : (
        <div className={classes.head} data-leaf>
          {head}
        </div>
      )}
      {term.source && (
        <div className={classes.source}>
          <ObjectLink source={term.source}>
            {term.source.ref} {term.source.label}
          </ObjectLink>
        </div>
      )}
      {isOpen && term.formula && <code className={classes.formula}>= {term.formula}</code>}
      {isOpen && hasTerms && (
        <ul className={classes.terms}>
          {term.terms.map((child, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the terms of one tree never reorder.
            <Term key={index} term={child} currency={currency} />
          ))}
        </ul>
      )}
    </li>
  )
}
