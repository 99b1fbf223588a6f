import { TextInput } from '@mantine/core'
import type { OutputOf } from '@sinew/contract/client.ts'
import type { getSoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { useState } from 'react'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import { ProofChip } from '../ui/ProofChip.tsx'
import classes from './soa.module.css'
import { implementationSentence } from './soa-words.ts'

type Line = OutputOf<typeof getSoaVersion>['content']['lines'][number]

/** The lines exactly as the version pins them. */
export function PinnedLines({ lines }: { readonly lines: readonly Line[] }) {
  const { t } = useTranslation()
  const [words, setWords] = useState('')
  const shown = lines.filter((line) => JSON.stringify(line).toLocaleLowerCase().includes(words.toLocaleLowerCase()))
  return (
    <Panel
      flush
      title={t('What it pins')}
      hint={t('{{shown}} of {{count}} lines', { shown: shown.length, count: lines.length })}
      actions={
        <TextInput
          size="xs"
          aria-label={t('Search the lines')}
          placeholder={t('Search the lines')}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      }
    >
      <table className={classes.pinned}>
        <thead>
          <tr>
            <th style={{ width: '24%' }}>{t('Control')}</th>
            <th>{t('Why')}</th>
            <th style={{ width: 120 }}>{t('Implementation')}</th>
            <th style={{ width: 116 }}>{t('Proof')}</th>
            <th style={{ width: 130 }}>{t('Owner')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <PinnedLine key={line.controlId} line={line} />
          ))}
        </tbody>
      </table>
    </Panel>
  )
}

function PinnedLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation()
  return (
    <tr>
      <td>
        <span className={classes.ref}>{line.ref}</span> {line.title}
      </td>
      <td data-label={t('Why')}>
        {!line.applicable && line.justification}
        {line.applicable &&
          line.reasons.map(({ kind, text, ref }) => (
            <div key={`${kind} ${ref ?? text}`}>
              <RefText>{text}</RefText>
            </div>
          ))}
      </td>
      <td data-label={t('Implementation')}>
        {line.applicable && t(implementationSentence[line.implementation])}
        {line.implementation === 'partly' && ` ${Math.round(line.implementedShare * 100)} %`}
      </td>
      <td data-label={t('Proof')}>
        <ProofChip kind={line.proof} />
      </td>
      <td data-label={t('Owner')}>{line.ownerName ?? '–'}</td>
    </tr>
  )
}
