import { Group } from '@mantine/core'
import { addUsualCalendar, getUsualCalendar } from '@sinew/contract/work/duty-contract.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'

/** Offers what most organisations repeat in a year, as long as something of it is not there. */
export function UsualCalendar() {
  const { t } = useTranslation()
  const may = useMay('work:manage')
  const usual = useQuery(useOrganizationApi().query(getUsualCalendar)).data
  const add = useOrganizationWrite(addUsualCalendar)
  if (usual === undefined || usual.missing === 0) return null
  return (
    <Panel>
      <ProblemPanel problem={add.problem} />
      <Group justify="space-between" gap="md">
        <span>
          {t(
            '{{count}} duties that most organisations repeat are not here: measures each month, access reviews each quarter, audit and management review each year.',
            { count: usual.missing },
          )}
        </span>
        <ActionButton
          variant="light"
          refusals={may}
          loading={add.isPending}
          onClick={() => void add.send({ body: {} })}
        >
          {t('Add the usual calendar of an ISMS')}
        </ActionButton>
      </Group>
    </Panel>
  )
}
