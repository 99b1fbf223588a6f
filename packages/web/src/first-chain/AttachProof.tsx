import { Select, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import type { Control } from '@sinew/contract/control/control-contract.ts'
import { createEvidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationFormWrite } from '../api/use-form-write.ts'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** One dated note is enough for a first proof; files and links have their own form. */
export function AttachProof({ control }: { readonly control: Control }) {
  const { t } = useTranslation()
  const may = useMay('evidence:write')
  const [firstNeed] = control.needs.filter((need) => need.nature === 'operation')
  const form = useForm({
    initialValues: { needId: firstNeed?.id ?? control.needs[0]?.id ?? '', title: '', note: '' },
  })
  const write = useOrganizationFormWrite(createEvidence, form)
  const submit = form.onSubmit(({ needId, title, note }) => {
    const need = control.needs.find((one) => one.id === needId)
    void write.send({
      body: {
        title: title || (need?.title ?? ''),
        kind: 'note',
        note,
        nature: need?.nature ?? 'operation',
        needIds: [needId],
      },
    })
  })
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Text size="sm" c="dimmed">
          {t('What would prove')}{' '}
          <PageLink to={paths.control} params={{ controlRef: control.ref }} underline="always">
            {`${control.ref} ${control.title}`}
          </PageLink>
          {t('? Take the easiest. It counts from today and fades when it is not renewed.')}
        </Text>
        <ProblemPanel problem={write.problem} />
        <Select
          label={t('What it proves')}
          allowDeselect={false}
          data={control.needs.map((need) => ({ value: need.id, label: need.title }))}
          {...form.getInputProps('needId')}
        />
        <TextInput
          label={t('What you have')}
          placeholder={t('A short name: what, of what, when')}
          required
          maxLength={300}
          {...form.getInputProps('title')}
        />
        <Textarea
          label={t('What you saw')}
          required
          autosize
          minRows={2}
          maxLength={20_000}
          {...form.getInputProps('note')}
        />
        <ActionButton type="submit" refusals={may} loading={write.isPending}>
          {t('Attach it')}
        </ActionButton>
      </Stack>
    </form>
  )
}
