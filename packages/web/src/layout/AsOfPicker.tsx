import { ActionIcon, Button, Popover, Stack, Text, Tooltip } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconHistory } from '@tabler/icons-react'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './layout.module.css'
import { useAsOf } from './use-as-of.ts'

const dayMs = 86_400_000
const steps = [
  { title: 'Yesterday', days: 1 },
  { title: 'A week ago', days: 7 },
  { title: 'Three months ago', days: 91 },
  { title: 'A year ago', days: 365 },
] as const

/** Shows any page as it was at the end of a chosen day. */
export function AsOfPicker() {
  const { t } = useTranslation()
  const { asOf, show } = useAsOf()
  const [isOpen, { toggle, close }] = useDisclosure(false)
  const go = (at: string | null) => {
    close()
    show(at)
  }
  return (
    <Popover opened={isOpen} onChange={(open) => !open && close()} width={250} trapFocus>
      <Popover.Target>
        <Tooltip label={t('Show a past date')}>
          <ActionIcon
            variant={asOf === null ? 'subtle' : 'filled'}
            color={asOf === null ? 'gray' : 'accent'}
            size="lg"
            aria-label={t('Show a past date')}
            onClick={toggle}
          >
            <IconHistory size={18} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <Stack gap={8}>
          <Text fw={600} size="sm">
            {t('As it was at the end of')}
          </Text>
          <input
            type="date"
            className={classes.dateInput}
            aria-label={t('Day')}
            max={new Date().toISOString().slice(0, 10)}
            defaultValue={asOf?.slice(0, 10)}
            onChange={(event) => {
              const at = endOfDay(event.currentTarget.value)
              if (at !== null) go(at)
            }}
          />
          {steps.map(({ title, days }) => (
            <Button
              key={days}
              size="xs"
              variant="subtle"
              color="gray"
              justify="flex-start"
              onClick={() => go(new Date(Date.now() - days * dayMs).toISOString())}
            >
              {t(title)}
            </Button>
          ))}
          <Button size="xs" variant="light" disabled={asOf === null} onClick={() => go(null)}>
            {t('Today')}
          </Button>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  )
}

/** The last instant of the reader's day, or now when the day is today; null for what is no date or lies ahead. */
function endOfDay(day: string): string | null {
  const end = new Date(`${day}T23:59:59.999`).getTime()
  if (Number.isNaN(end) || end - dayMs > Date.now()) return null
  return new Date(Math.min(end, Date.now())).toISOString()
}
