import { Alert, Button, Group, Table } from '@mantine/core'
import { IconGitMerge } from '@tabler/icons-react'
import { useTranslation } from '../../i18n/use-translation.ts'

export type ConflictField = {
  readonly key: string
  readonly label: string
  readonly theirs: React.ReactNode
  readonly mine: React.ReactNode
}

export type ConflictPanelProps = {
  /** Who changed it and when, where known. */
  readonly by?: React.ReactNode
  /** Only the fields on which the two versions differ. */
  readonly fields: readonly ConflictField[]
  /** Sends mine on top of theirs. */
  readonly onKeepMine: () => void
  /** Puts their values into the form. */
  readonly onTakeTheirs: () => void
}

/** Somebody changed the object meanwhile: both versions side by side, nothing lost, the choice is the person's. */
export function ConflictPanel({ by, fields, onKeepMine, onTakeTheirs }: ConflictPanelProps) {
  const { t } = useTranslation()
  return (
    <Alert
      color="yellow"
      role="alert"
      icon={<IconGitMerge aria-hidden="true" />}
      title={t('Somebody changed this meanwhile')}
    >
      {by && <div>{by}</div>}
      {fields.length === 0 && <div>{t('They changed other fields; yours can be saved on top.')}</div>}
      {fields.length > 0 && (
        <Table mt="xs" withTableBorder verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('Field')}</Table.Th>
              <Table.Th>{t('Theirs')}</Table.Th>
              <Table.Th>{t('Yours')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.map(({ key, label, theirs, mine }) => (
              <Table.Tr key={key}>
                <Table.Td>{label}</Table.Td>
                <Table.Td>{theirs}</Table.Td>
                <Table.Td>{mine}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group mt="sm" gap="xs">
        <Button size="xs" onClick={onKeepMine}>
          {t('Keep mine')}
        </Button>
        <Button size="xs" variant="default" onClick={onTakeTheirs}>
          {t('Take theirs')}
        </Button>
      </Group>
    </Alert>
  )
}
