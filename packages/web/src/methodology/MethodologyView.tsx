import { SimpleGrid, Stack, Table } from '@mantine/core'
import type { Methodology, MethodologyContent } from '@sinew/contract/methodology/methodology-contract.ts'
import type { AcceptanceRight } from '@sinew/core/chain/chain-snapshot.ts'
import { oneYearIn } from '@sinew/core/portfolio/appetite-words.ts'
import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { LevelChip } from '../risk/LevelChip.tsx'
import { shortNumber } from '../ui/explanation/explanation-text.ts'
import { Facts } from '../ui/Facts.tsx'
import { Money } from '../ui/Money.tsx'
import { Panel } from '../ui/Panel.tsx'
import { LevelMatrix } from './LevelMatrix.tsx'
import classes from './methodology.module.css'

/** A version as it is read. */
export function MethodologyView({ content, engine }: Pick<Methodology, 'content' | 'engine'>) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  return (
    <Stack gap="lg">
      <Panel title={t('Scope of the method')}>
        <p className={classes.text}>{content.scope || t('Nothing is written yet.')}</p>
      </Panel>
      <Panel title={t('Likelihood')} hint={t('Events in a year, after the controls that count.')} flush>
        <Scale
          bands={content.likelihoodBands.map(({ name, description, upToPerYear }) => ({
            name,
            description,
            upTo: upToPerYear === null ? t('more') : t('up to {{rate}} a year', { rate: shortNumber(upToPerYear) }),
          }))}
        />
      </Panel>
      <Panel title={t('Consequence')} hint={t('Loss of one event, after the controls that count.')} flush>
        <Scale
          bands={content.consequenceBands.map(({ name, description, upToMinor }) => ({
            name,
            description,
            upTo:
              upToMinor === null ? (
                t('more')
              ) : (
                <>
                  {t('up to')} <Money minor={upToMinor} currency={currency} />
                </>
              ),
          }))}
        />
      </Panel>
      <Panel title={t('Levels')} hint={t('Position of the likelihood times position of the consequence.')}>
        <LevelMatrix content={content} />
      </Panel>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Panel title={t('Who may accept')}>
          <Rights content={content} />
        </Panel>
        <Panel title={t('Appetite and limits')}>
          <Limits content={content} engine={engine} />
        </Panel>
      </SimpleGrid>
    </Stack>
  )
}

type Shown = { readonly name: string; readonly description: string; readonly upTo: React.ReactNode }

function Scale({ bands }: { readonly bands: readonly Shown[] }) {
  return (
    <Table verticalSpacing={7} horizontalSpacing="md" className={classes.scale}>
      <Table.Tbody>
        {bands.map(({ name, description, upTo }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" className={classes.bandName}>
              {name}
            </Table.Th>
            <Table.Td className={classes.bound}>{upTo}</Table.Td>
            <Table.Td>{description}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  )
}

function Rights({ content }: { readonly content: MethodologyContent }) {
  const { t } = useTranslation()
  const who: Readonly<Record<AcceptanceRight['mayAccept'], string>> = {
    owner: t('the risk owner'),
    manager: t('a risk owner who is ISMS manager'),
    top: t('a risk owner in top management'),
    never: t('nobody'),
  }
  return (
    <dl className={classes.rights}>
      {content.acceptanceRights.map(({ level, mayAccept, maxMonths }) => (
        <div key={level}>
          <dt>
            <LevelChip level={level} />
          </dt>
          <dd>
            {who[mayAccept]}
            {mayAccept !== 'never' && t(', for {{count}} months at most', { count: maxMonths })}
          </dd>
        </div>
      ))}
    </dl>
  )
}

function Limits({ content, engine }: Pick<Methodology, 'content' | 'engine'>) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { appetite, materialShare, maxReduction, reviewIntervalDays } = content
  const percent = (share: number) => t('{{number}} %', { number: shortNumber(share * 100) })
  return (
    <Facts
      facts={{
        [t('Loss of a year')]: (
          <>
            {t('at most')} <Money minor={appetite.yearlyLossMinor} currency={currency} />
          </>
        ),
        [t('A bad year')]: (
          <ul className={classes.points}>
            {appetite.points.map(({ amountMinor, probability }) => (
              <li key={amountMinor}>
                {t('more than')} <Money minor={amountMinor} currency={currency} />{' '}
                {t('at most {{often}}', { often: oneYearIn(probability) })}
              </li>
            ))}
          </ul>
        ),
        [t('Insurance')]: appetite.afterInsurance
          ? t('the appetite is judged after the policies in force')
          : t('the appetite is judged before any insurance'),
        [t('Reopens')]: t('an acceptance, when the proven loss grew by more than {{share}}', {
          share: percent(materialShare),
        }),
        [t('Joint effect')]: t('controls together take away {{share}} at most', { share: percent(maxReduction) }),
        [t('Priced by')]:
          engine &&
          t('engine {{version}}, exact, {{points}} points', {
            version: engine.version,
            points: engine.settings.size.toLocaleString('en'),
          }),
        [t('Review')]: t('every {{count}} days', { count: reviewIntervalDays }),
      }}
    />
  )
}
