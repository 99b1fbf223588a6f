import { Button, Group, NumberInput, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { createOrganization } from '@sinew/contract/organization/organization-contract.ts'
import { currencies } from '@sinew/core/catalogue/currencies.ts'
import { type SectorId, sectors } from '@sinew/core/catalogue/sectors.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useFormWrite } from '../api/use-form-write.ts'
import { paths } from '../app/paths.ts'
import { sessionQuery } from '../app/session-query.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import { AccountFrame } from './AccountFrame.tsx'
import { BackToOrganizations } from './BackToOrganizations.tsx'

/** Sector, size and currency: enough to propose the first risks. */
export function Screen() {
  const { t } = useTranslation()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const form = useForm({
    initialValues: {
      name: '',
      sector: 'information_saas' as SectorId,
      headcount: 50 as number | '',
      currency: 'EUR',
    },
  })
  const write = useFormWrite(createOrganization, form, {
    onDone: async ({ slug }) => {
      await queries.refetchQueries({ queryKey: sessionQuery.queryKey })
      await navigate({ to: paths.firstChain, params: { slug } })
    },
  })
  const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const submit = form.onSubmit(
    ({ headcount, ...values }) => void write.send({ body: { ...values, headcount: Number(headcount), timeZone } }),
  )
  return (
    <AccountFrame
      title={t('Start with mine')}
      sentence={t('Four answers. Everything but the currency can be changed later.')}
    >
      <form onSubmit={submit}>
        <Stack>
          <ProblemPanel problem={write.problem} />
          <TextInput label={t('Name of the organisation')} required maxLength={200} {...form.getInputProps('name')} />
          <Select
            label={t('Sector')}
            description={t('Decides which threats and losses are proposed first.')}
            data={sectors.map(({ id, label }) => ({ value: id, label: t(label) }))}
            allowDeselect={false}
            searchable
            {...form.getInputProps('sector')}
          />
          <Group grow align="flex-start">
            <NumberInput label={t('People')} min={1} max={1_000_000} required {...form.getInputProps('headcount')} />
            <Select
              label={t('Currency')}
              data={currencies.map(({ code, name }) => ({ value: code, label: `${code} · ${name}` }))}
              searchable
              allowDeselect={false}
              {...form.getInputProps('currency')}
            />
          </Group>
          <Button type="submit" loading={write.isPending}>
            {t('Start')}
          </Button>
        </Stack>
      </form>
      <BackToOrganizations />
    </AccountFrame>
  )
}
