import { Kbd, Modal, Table } from '@mantine/core'
import { useNavigation } from '../app/use-navigation.ts'
import { useTranslation } from '../i18n/use-translation.ts'

/** Every key there is. */
export function KeyHelp({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation()
  const pages = useNavigation().flatMap(({ items }) => items)
  const lines: readonly (readonly [string, string])[] = [
    ['⌘ K', t('Find anything')],
    ['?', t('This list')],
    ...pages.map(({ key, title }) => [`g ${key}`, t('Go to {{page}}', { page: t(title) })] as const),
    ['↑ ↓', t('Move in a list')],
    ['Enter', t('Open the row')],
    ['x', t('Choose the row')],
  ]
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('Keyboard')}
      closeOnClickOutside
      closeButtonProps={{ 'aria-label': t('Close') }}
    >
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
