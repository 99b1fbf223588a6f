import { Kbd, Modal, Table } from '@mantine/core'
import { useDisclosure, useHotkeys, useWindowEvent } from '@mantine/hooks'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo } from '../app/PageLink.tsx'
import { useNavigation } from '../app/use-navigation.ts'

const helpEvent = 'sinew:key-help'
const waitMs = 1_200

export const openKeyHelp = () => window.dispatchEvent(new Event(helpEvent))

/** `g r` goes to risks and so on; `?` shows every key. */
export function KeyboardKeys() {
  const { t } = useTranslation()
  const go = useGo()
  const [isOpen, { open, close }] = useDisclosure(false)
  const pages = useNavigation().flatMap(({ items }) => items)
  const goPressedAt = useRef(0)
  useWindowEvent(helpEvent, open)
  useHotkeys([
    ['shift + ?', open],
    ['?', open],
    [
      'g',
      () => {
        goPressedAt.current = Date.now()
      },
    ],
    ...pages.map(({ key, path }): [string, () => void] => [
      key,
      () => {
        if (Date.now() - goPressedAt.current > waitMs) return
        goPressedAt.current = 0
        go(path)
      },
    ]),
  ])
  const lines: readonly (readonly [string, string])[] = [
    ['⌘ K', t('Find anything')],
    ['?', t('This list')],
    ...pages.map(({ key, title }) => [`g ${key}`, t('Go to {{page}}', { page: t(title) })] as const),
    ['↑ ↓', t('Move in a list')],
    ['Enter', t('Open the row')],
    ['x', t('Choose the row')],
  ]
  return (
    <Modal opened={isOpen} onClose={close} title={t('Keyboard')} closeOnClickOutside>
      <Table verticalSpacing={5}>
        <Table.Tbody>
          {lines.map(([keys, meaning]) => (
            <Table.Tr key={keys}>
              <Table.Td width={90}>
                {keys.split(' ').map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
