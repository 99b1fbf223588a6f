import { ActionIcon, Button, Select, Textarea } from '@mantine/core'
import type { useForm } from '@mantine/form'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { reasonWords } from '@sinew/core/soa/soa-words.ts'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { LineFormValues } from './line-form.ts'
import classes from './soa.module.css'
import { reasonKinds } from './soa-words.ts'

type Props = {
  readonly form: ReturnType<typeof useForm<LineFormValues>>
  readonly line: SoaLine
  readonly startsHere: boolean
}

/** The reasons of a line: what risks and obligations give is shown, what people wrote can be changed. */
export function WrittenReasons({ form, line, startsHere }: Props) {
  const { t } = useTranslation()
  const derived = line.reasons.filter((reason) => reason.source !== null)
  const reasons = form.values.writtenReasons
  return (
    <div>
      <div className={classes.fieldTitle}>{t('Why it is necessary')}</div>
      {derived.length > 0 && (
        <ul className={classes.derived}>
          {derived.map(({ text }) => (
            <li key={text}>
              <RefText>{text}</RefText>
            </li>
          ))}
        </ul>
      )}
      {reasons.map((_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the form addresses its rows by their place.
        <div key={index} className={classes.written} style={{ marginTop: 8 }}>
          <Select
            aria-label={t('Kind of reason {{n}}', { n: index + 1 })}
            allowDeselect={false}
            data={reasonKinds.map((value) => ({ value, label: t(reasonWords[value]) }))}
            {...form.getInputProps(`writtenReasons.${index}.kind`)}
          />
          <Textarea
            aria-label={t('Text of reason {{n}}', { n: index + 1 })}
            autosize
            maxLength={2000}
            data-autofocus={(startsHere && index === reasons.length - 1) || undefined}
            {...form.getInputProps(`writtenReasons.${index}.text`)}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={t('Remove reason {{n}}', { n: index + 1 })}
            onClick={() => form.removeListItem('writtenReasons', index)}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </div>
      ))}
      {form.errors.writtenReasons && <p className={classes.missing}>{form.errors.writtenReasons}</p>}
      <Button
        mt={8}
        size="compact-sm"
        variant="subtle"
        leftSection={<IconPlus size={14} />}
        disabled={reasons.length >= 20}
        onClick={() => form.insertListItem('writtenReasons', { kind: 'business', text: '' })}
      >
        {t('Add a reason')}
      </Button>
    </div>
  )
}
