import { Table } from '@mantine/core'
import type { PortfolioPoint } from '@sinew/contract/chain/chain-contract.ts'
import { policyRef } from '@sinew/core/explanation/people-ref.ts'
import { RefText } from '../app/RefText.tsx'
import { WhyNumber } from '../chain/WhyNumber.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'

type Props = {
  /** The year as it was recorded last. */
  readonly point: PortfolioPoint | undefined
  readonly currency: string
}

const bad = [10, 20, 100] as const

/** The proven year before insurance and after it, side by side; nothing while no policy is in force. */
export function BeforeAfterPanel({ point, currency }: Props) {
  const { t } = useTranslation()
  const { borne = null, tail = null } = point ?? {}
  if (point === undefined || borne === null || tail === null) return null
  const rows = [
    { name: t('On average'), before: point.provenMinor, after: borne.lossMinor.proven, why: 'provenCovered' as const },
    ...bad.map((years) => ({
      name: t('1 year in {{years}}', { years }),
      before: tail.proven.exceededMinor[years],
      after: borne.tail.proven.exceededMinor[years],
      why: years === 10 ? ('provenCoveredTail' as const) : null,
    })),
  ]
  const policies = borne.policies.map(({ number, name }) => `${policyRef(number)} ${name}`).join(', ')
  return (
    <Panel
      title={t('Before and after insurance')}
      hint={
        <>
          {t('The year as it is proven, and what of it is left to bear beside')} <RefText>{policies}</RefText>.
        </>
      }
      flush
    >
      <Table.ScrollContainer minWidth={280} px="md" pb="sm">
        <Table verticalSpacing={6} aria-label={t('Before and after insurance')}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('A year')}</Table.Th>
              <Table.Th ta="right">{t('before')}</Table.Th>
              <Table.Th ta="right">{t('after')}</Table.Th>
              <Table.Th ta="right">{t('it pays')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, before, after, why }) => {
              const paid = <Money minor={Math.max(0, before - after)} currency={currency} />
              return (
                <Table.Tr key={name}>
                  <Table.Td>{name}</Table.Td>
                  <Table.Td ta="right">
                    <Money minor={before} currency={currency} />
                  </Table.Td>
                  <Table.Td ta="right" fw={560}>
                    <Money minor={after} currency={currency} />
                  </Table.Td>
                  <Table.Td ta="right">
                    {why === null ? (
                      paid
                    ) : (
                      <WhyNumber entity="portfolio" quantity={why}>
                        {paid}
                      </WhyNumber>
                    )}
                  </Table.Td>
                </Table.Tr>
              )
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  )
}
