import { TextInput } from '@mantine/core'
import type { OutputOf } from '@sinew/contract/client.ts'
import type { getSoaVersion } from '@sinew/contract/soa/soa-version-contract.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { RefText } from '../app/RefText.tsx'
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
      <div style={{ overflowX: 'auto' }}>
        <table className={classes.pinned}>
          <thead>
            <tr>
              <th>{t('Control')}</th>
              <th>{t('Why')}</th>
              <th>{t('Implementation')}</th>
              <th>{t('Proof')}</th>
              <th>{t('Owner')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((line) => (
              <PinnedLine key={line.controlId} line={line} />
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  )
}

function PinnedLine({ line }: { readonly line: Line }) {
  const { t } = useTranslation()
  return (
    <tr>
      <td style={{ minWidth: 180 }}>
        <span className={classes.ref}>{line.ref}</span> {line.title}
      </td>
      <td style={{ minWidth: 220 }}>
        {!line.applicable && line.justification}
        {line.applicable && <RefText>{line.reasons.map((reason) => reason.text).join('; ')}</RefText>}
      </td>
      <td>
        {line.applicable && t(implementationSentence[line.implementation])}
        {line.implementation === 'partly' && ` ${Math.round(line.implementedShare * 100)} %`}
      </td>
      <td>
        <ProofChip kind={line.proof} />
      </td>
      <td>{line.ownerName ?? '–'}</td>
    </tr>
  )
}
