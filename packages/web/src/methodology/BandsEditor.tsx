import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { MoneyInput } from '../ui/form/MoneyInput.tsx'
import { QuantityInput } from '../ui/form/QuantityInput.tsx'
import { Panel } from '../ui/Panel.tsx'
import { changedAt, type DraftPart } from './draft-part.ts'
import classes from './methodology.module.css'

type Band = { readonly name: string; readonly description: string }

export function LikelihoodBands({ content, change, errorAt }: DraftPart) {
  const { t } = useTranslation()
  const bands = content.likelihoodBands
  const set = (likelihoodBands: typeof bands) => change({ likelihoodBands })
  return (
    <Bands
      title={t('Likelihood')}
      hint={t('Events in a year. The last band has no upper end.')}
      scale="likelihoodBands"
      bands={bands}
      errorAt={errorAt}
      onChange={(index, part) => set(changedAt(bands, index, part))}
      onAdd={() => set(withOneMore(bands, (last) => ({ ...last, upToPerYear: null })))}
      onRemove={(index) => set(withoutOne(bands, index, (last) => ({ ...last, upToPerYear: null })))}
      bound={(index) => (
        <QuantityInput
          aria-label={t('Band {{number}}: up to a year', { number: index + 1 })}
          placeholder={index === bands.length - 1 ? t('no end') : undefined}
          disabled={index === bands.length - 1}
          value={bands[index]?.upToPerYear ?? null}
          error={errorAt(`likelihoodBands.${index}.upToPerYear`)}
          onChange={(upToPerYear) => set(changedAt(bands, index, { upToPerYear }))}
        />
      )}
    />
  )
}

export function ConsequenceBands({ content, change, errorAt }: DraftPart) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const bands = content.consequenceBands
  const set = (consequenceBands: typeof bands) => change({ consequenceBands })
  return (
    <Bands
      title={t('Consequence')}
      hint={t('Loss of one event. The last band has no upper end.')}
      scale="consequenceBands"
      bands={bands}
      errorAt={errorAt}
      onChange={(index, part) => set(changedAt(bands, index, part))}
      onAdd={() => set(withOneMore(bands, (last) => ({ ...last, upToMinor: null })))}
      onRemove={(index) => set(withoutOne(bands, index, (last) => ({ ...last, upToMinor: null })))}
      bound={(index) => (
        <MoneyInput
          aria-label={t('Band {{number}}: up to', { number: index + 1 })}
          placeholder={index === bands.length - 1 ? t('no end') : undefined}
          disabled={index === bands.length - 1}
          currency={currency}
          valueMinor={bands[index]?.upToMinor ?? null}
          error={errorAt(`consequenceBands.${index}.upToMinor`)}
          onChangeMinor={(upToMinor) => set(changedAt(bands, index, { upToMinor }))}
        />
      )}
    />
  )
}

const mostBands = 9

type BandsProps = {
  readonly title: string
  readonly hint: string
  readonly scale: string
  readonly bands: readonly Band[]
  readonly errorAt: DraftPart['errorAt']
  readonly onChange: (index: number, part: Partial<Band>) => void
  readonly onAdd: () => void
  readonly onRemove: (index: number) => void
  readonly bound: (index: number) => React.ReactNode
}

function Bands({ title, hint, scale, bands, errorAt, onChange, onAdd, onRemove, bound }: BandsProps) {
  const { t } = useTranslation()
  return (
    <Panel title={title} hint={hint}>
      <div className={classes.bands}>
        {bands.map(({ name, description }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a band is its position on the scale.
          <div key={index} className={classes.band}>
            <TextInput
              aria-label={t('Band {{number}}: name', { number: index + 1 })}
              maxLength={60}
              value={name}
              error={errorAt(`${scale}.${index}.name`)}
              onChange={(event) => onChange(index, { name: event.currentTarget.value })}
            />
            {bound(index)}
            <TextInput
              aria-label={t('Band {{number}}: anchor in words', { number: index + 1 })}
              maxLength={500}
              value={description}
              error={errorAt(`${scale}.${index}.description`)}
              onChange={(event) => onChange(index, { description: event.currentTarget.value })}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              mt={4}
              disabled={bands.length <= 2}
              aria-label={t('Remove band {{number}}', { number: index + 1 })}
              onClick={() => onRemove(index)}
            >
              <IconX size={15} />
            </ActionIcon>
          </div>
        ))}
        {errorAt(scale) && <p role="alert">{errorAt(scale)}</p>}
        <div>
          <Button
            size="xs"
            variant="default"
            leftSection={<IconPlus size={14} />}
            disabled={bands.length >= mostBands}
            onClick={onAdd}
          >
            {t('Add a band')}
          </Button>
        </div>
      </div>
    </Panel>
  )
}

/** A new last band; the one before it asks for its end. */
function withOneMore<T extends Band>(bands: readonly T[], open: (last: T) => T): T[] {
  const last = bands.at(-1)
  return last === undefined ? [] : [...bands, open({ ...last, name: '', description: '' })]
}

/** The band at `index` taken out; whichever is last then has no end. */
function withoutOne<T>(bands: readonly T[], index: number, open: (last: T) => T): T[] {
  const left = bands.filter((_, at) => at !== index)
  return left.map((band, at) => (at === left.length - 1 ? open(band) : band))
}
