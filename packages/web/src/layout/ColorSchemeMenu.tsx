import { ActionIcon, Menu, useMantineColorScheme } from '@mantine/core'
import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './layout.module.css'

const choices = [
  { value: 'light', title: 'Light', Icon: IconSun },
  { value: 'dark', title: 'Dark', Icon: IconMoon },
  { value: 'auto', title: 'As the system', Icon: IconDeviceDesktop },
] as const

export function ColorSchemeMenu() {
  const { t } = useTranslation()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Current = choices.find(({ value }) => value === colorScheme)?.Icon ?? IconSun
  return (
    <Menu>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={classes.wideOnly}
          aria-label={t('Light or dark')}
        >
          <Current size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {choices.map(({ value, title, Icon }) => (
          <Menu.Item key={value} leftSection={<Icon size={15} />} onClick={() => setColorScheme(value)}>
            {t(title)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
