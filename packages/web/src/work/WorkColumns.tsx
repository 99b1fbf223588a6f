import type { WorkItem } from '@sinew/contract/work/work-contract.ts'
import type { Translate } from '../i18n/translate.ts'
import type { ListColumn } from '../ui/data-list/list-column.ts'
import { nounIcons } from '../ui/noun-icons.ts'
import { Worth } from '../ui/Worth.tsx'
import { DueDay } from './DueDay.tsx'
import { kindNoun, kindWord } from './kind-words.ts'
import { WorkLink } from './WorkLink.tsx'
import classes from './work.module.css'

export function workColumns(t: Translate, currency: string): readonly ListColumn<WorkItem>[] {
  return [
    {
      key: 'ref',
      title: t('Ref'),
      width: 90,
      fixed: true,
      card: 'reference',
      render: ({ ref }) => <span style={{ color: 'var(--sn-ink-3)' }}>{ref}</span>,
    },
    {
      key: 'what',
      title: t('To do'),
      sort: 'kind',
      width: 160,
      fixed: true,
      render: (item) => <What item={item} word={t(item.what)} />,
    },
    {
      key: 'title',
      title: t('Of what'),
      sort: 'title',
      fixed: true,
      card: 'title',
      render: (item) => <WorkLink item={item}>{item.title}</WorkLink>,
    },
    { key: 'kind', title: t('Kind'), width: 150, hidden: true, card: 'none', render: ({ kind }) => t(kindWord(kind)) },
    {
      key: 'due',
      title: t('Due'),
      sort: 'dueAt',
      width: 190,
      card: 'corner',
      render: (item) => <DueDay {...item} />,
    },
    {
      key: 'person',
      title: t('Who'),
      sort: 'person',
      width: 160,
      ellipsis: true,
      render: ({ person, role }) => person?.name ?? <Nobody word={role === 'owner' ? t('owners') : t('nobody yet')} />,
    },
    {
      key: 'worth',
      title: t('Worth a year'),
      sort: 'worth',
      width: 120,
      align: 'right',
      render: ({ worthMinor }) => <Worth minor={worthMinor} currency={currency} />,
    },
    {
      key: 'note',
      title: t('Note'),
      width: 200,
      ellipsis: true,
      hidden: true,
      card: 'none',
      render: ({ note }) => note,
    },
  ]
}

function What({ item, word }: { readonly item: WorkItem; readonly word: string }) {
  const Icon = nounIcons[kindNoun(item.kind)]
  return (
    <span className={classes.what}>
      <Icon size={15} stroke={1.6} aria-hidden="true" />
      {word}
    </span>
  )
}

function Nobody({ word }: { readonly word: string }) {
  return <span className={classes.undated}>{word}</span>
}
