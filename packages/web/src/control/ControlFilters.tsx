import { useState } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { useOwnerOptions } from '../person/use-owner-options.ts'
import { FilterBar } from '../ui/data-list/FilterBar.tsx'
import classes from './control.module.css'
import { attributeValues, type ControlSearch } from './control-search.ts'
import { attributeValueText, implementationWords, proofWords, themeWords } from './control-words.ts'

type Props = { readonly search: ControlSearch; readonly onChange: (patch: object) => void }

/** The usual filters; the attributes of the standard only once somebody asks for them. */
export function ControlFilters({ search, onChange }: Props) {
  const { t } = useTranslation()
  const owners = useOwnerOptions()
  const isAsked = Object.keys(attributeValues).some((key) => search[key as keyof ControlSearch] !== undefined)
  const [isOpen, open] = useState(isAsked)
  const options = (words: Readonly<Record<string, string>>) =>
    Object.entries(words).map(([value, label]) => ({ value, label: t(label) }))
  const attribute = (key: keyof typeof attributeValues, label: string) => ({
    key,
    label,
    kind: 'some' as const,
    options: attributeValues[key].map((value) => ({ value, label: t(attributeValueText(value)) })),
  })
  return (
    <>
      <FilterBar
        searchLabel={t('Search controls')}
        values={search}
        onChange={onChange}
        filters={[
          { key: 'theme', label: t('Theme'), kind: 'some', options: options(themeWords) },
          { key: 'proof', label: t('Proof'), kind: 'some', options: options(proofWords) },
          { key: 'implementation', label: t('Said to be'), kind: 'some', options: options(implementationWords) },
          { key: 'ownerId', label: t('Owner'), kind: 'one', options: owners },
          { key: 'applicable', label: t('Applicable'), kind: 'flag' },
          ...(isOpen
            ? [
                attribute('controlType', t('Type')),
                attribute('property', t('Protects')),
                attribute('cyberConcept', t('Concept')),
                attribute('capability', t('Capability')),
                attribute('domain', t('Domain')),
              ]
            : []),
        ]}
      />
      {!isOpen && (
        <button type="button" className={classes.more} onClick={() => open(true)}>
          {t('Attributes')}
        </button>
      )}
    </>
  )
}
