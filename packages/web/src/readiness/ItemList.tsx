import { UnstyledButton } from '@mantine/core'
import type { ItemAnswer, ReadinessItem } from '@sinew/contract/readiness/readiness-contract.ts'
import { numberOfRequirement } from '@sinew/core/catalogue/requirement-number.ts'
import { useState } from 'react'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefLink } from '../app/RefLink.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { NothingFits } from '../ui/NothingFits.tsx'
import { ObjectRows } from '../ui/ObjectRows.tsx'
import { When } from '../ui/When.tsx'
import { Found } from './FoundList.tsx'
import classes from './readiness.module.css'
import type { ReadinessSearch } from './readiness-routes.ts'
import { stateWords } from './readiness-words.ts'

type Props = { readonly items: readonly ReadinessItem[]; readonly search: ReadinessSearch }

/** Every item an auditor goes through: the question, and what answers it by link. */
export function ItemList({ items, search }: Props) {
  const q = search.q?.toLowerCase()
  const shown = items.filter(
    (item) =>
      (search.state === undefined || item.state === search.state) &&
      (q === undefined || `${item.id} ${item.title} ${item.question}`.toLowerCase().includes(q)),
  )
  const { t } = useTranslation()
  if (shown.length === 0) return <NothingFits noun="readiness" title={t('Nothing fits these filters')} />
  return (
    <ul className={classes.items}>
      {shown.map((item) => (
        <Item key={item.id} item={item} isAlone={shown.length === 1} />
      ))}
    </ul>
  )
}

function Item({ item, isAlone }: { readonly item: ReadinessItem; readonly isAlone: boolean }) {
  const { t } = useTranslation()
  const [isOpen, open] = useState(isAlone)
  return (
    <li className={classes.itemRow}>
      <UnstyledButton className={classes.itemHead} aria-expanded={isOpen} onClick={() => open(!isOpen)}>
        <span className={classes.dot} data-state={item.state} aria-hidden="true" />
        <span className={classes.itemId}>{numberOfRequirement(item.id)}</span>
        <span className={classes.itemTitle}>{item.title}</span>
        <span className={classes.itemState}>{t(stateWords[item.state])}</span>
        <span className={classes.itemCount}>
          {item.answerCount > 0 && t('{{count}} answers', { count: item.answerCount })}
        </span>
      </UnstyledButton>
      {isOpen && (
        <div className={classes.itemBody}>
          <p className={classes.question}>“{item.question}”</p>
          {item.kind === 'control' && (
            <PageLink to={paths.control} params={{ controlRef: item.id }}>
              {t('The control')}
            </PageLink>
          )}
          {item.answers.length === 0 && <p className={classes.quiet}>{t('Nothing in Sinew answers this yet.')}</p>}
          <ObjectRows rows={item.answers.map(toRow)} />
          {item.predicted.map((one) => (
            <Found key={one.rule} one={one} />
          ))}
        </div>
      )}
    </li>
  )
}

function toRow(answer: ItemAnswer, at: number) {
  return {
    id: `${answer.ref} ${at}`,
    reference: answer.ref,
    title: <RefLink reference={answer.ref}>{answer.title}</RefLink>,
    detail: (
      <span className={answer.isFresh ? undefined : classes.old}>
        <When at={answer.at} />
      </span>
    ),
  }
}
