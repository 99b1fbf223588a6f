import type { Control } from '@sinew/contract/control/control-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Chip } from '../ui/Chip.tsx'
import { Facts } from '../ui/Facts.tsx'
import { Panel } from '../ui/Panel.tsx'
import { attributeValueText, attributeWords } from './control-words.ts'

/** What the control is for: the standard's own attributes, and guidance in our words. */
export function StandardPanel({ control }: { readonly control: Control }) {
  const { t } = useTranslation()
  const { attributes, guidance, purpose, oldIds2013 } = control
  const groups = Object.entries(attributes ?? {}) as [keyof typeof attributeWords, readonly string[]][]
  if (purpose === '' && guidance === '' && groups.length === 0) return null
  return (
    <Panel title={t('What it is for')}>
      <Facts
        facts={{
          [t('Purpose')]: purpose,
          [t('Guidance')]: guidance,
          ...Object.fromEntries(
            groups.map(([name, values]) => [
              t(attributeWords[name]),
              <span key={name} style={{ display: 'flex', flexWrap: 'wrap', gap: 6 }}>
                {values.map((value) => (
                  <Chip key={value}>{t(attributeValueText(value))}</Chip>
                ))}
              </span>,
            ]),
          ),
          [t('In the 2013 edition')]: control.newIn2022 ? t('New in 2022') : oldIds2013.join(', '),
        }}
      />
    </Panel>
  )
}
