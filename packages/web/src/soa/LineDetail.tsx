import { Button, Group, Skeleton } from '@mantine/core'
import { reasonWords, soaFieldWords } from '@sinew/core/soa/soa-words.ts'
import { useQuery } from '@tanstack/react-query'
import { useMay, useOrganization, useOrganizationApi } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { MovementList } from '../movement/MovementList.tsx'
import { ActionButton } from '../ui/ActionButton.tsx'
import { Why } from '../ui/explanation/Why.tsx'
import { When } from '../ui/When.tsx'
import { IssueList } from './IssueList.tsx'
import { LineNeeds } from './LineNeeds.tsx'
import type { LineRowProps } from './SoaLineRow.tsx'
import classes from './soa.module.css'
import { lineQuery } from './soa-queries.ts'

/** What an auditor asks next about a line: why, how, what proves it, what is wrong, what changed. */
export function LineDetail(props: LineRowProps & { readonly id: string }) {
  const { id, line, onTask } = props
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('control:decide')
  return (
    <div id={id} className={classes.detail}>
      <div className={classes.columns}>
        <section>
          <Reasons {...props} />
          <Words title={t('How it is implemented')} text={line.description} />
          {line.plannedAt && (
            <p className={classes.facts}>
              {t('Planned for')} <When at={line.plannedAt} show="day" />
            </p>
          )}
          <Words title={t('Remarks')} text={line.remarks} />
        </section>
        <section>
          <h3>{t('What proves it')}</h3>
          <LineNeeds line={line} />
        </section>
        <section>
          {line.issues.length > 0 && <h3>{t('To be looked at')}</h3>}
          <IssueList issues={line.issues} line={line} onTask={onTask} />
          <Changes {...props} />
          {line.issues.length === 0 && line.changes.length === 0 && (
            <p className={classes.quiet}>{t('Nothing to be looked at.')}</p>
          )}
        </section>
      </div>
      <div className={classes.moved}>
        <MovementList entity="soa_line" entityId={line.controlId} />
      </div>
      <Group gap="xs" className={classes.detailActions}>
        <ActionButton size="xs" variant="default" refusals={may} onClick={() => onTask('decide')}>
          {line.applicable ? t('Decide, add a reason') : t('Change the decision')}
        </ActionButton>
        <Button size="xs" variant="subtle" onClick={() => go(paths.control, { controlRef: line.ref })}>
          {t('Open the control')}
        </Button>
        <ProofExplanation controlId={line.controlId} assurance={line.assurance} />
      </Group>
    </div>
  )
}

function Words({ title, text }: { readonly title: string; readonly text: string }) {
  if (text === '') return null
  return (
    <>
      <h3>{title}</h3>
      <p className={classes.words}>{text}</p>
    </>
  )
}

function Reasons({ line }: LineRowProps) {
  const { t } = useTranslation()
  return (
    <>
      <h3>{line.applicable ? t('Why it is necessary') : t('Why it is left out')}</h3>
      {!line.applicable && <p className={classes.words}>{line.justification || t('No justification given')}</p>}
      {line.applicable && line.reasons.length === 0 && <p className={classes.missing}>{t('No reason yet')}</p>}
      <ul className={classes.reasons}>
        {line.reasons.map(({ kind, text, source }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two written reasons may say the same.
          <li key={index}>
            <span className={classes.quiet}>{t(reasonWords[kind])}</span>{' '}
            {source === null ? text : <RefText>{text}</RefText>}
          </li>
        ))}
      </ul>
    </>
  )
}

function Changes({ line, approvedNumber }: LineRowProps) {
  const { t } = useTranslation()
  if (line.changes.length === 0 || approvedNumber === null) return null
  return (
    <>
      <h3>{t('Changed since version {{number}}', { number: approvedNumber })}</h3>
      <ul className={classes.changes}>
        {line.changes.map((change, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: several needs of one line may change.
          <li key={index} data-asks={change.needsApproval || undefined}>
            <span className={classes.quiet}>{t(soaFieldWords[change.field])}</span> <Change {...change} />
          </li>
        ))}
      </ul>
    </>
  )
}

/** Of reasons, those that came and went; of everything else, before and after. */
function Change({ field, before, after }: LineRowProps['line']['changes'][number]) {
  const { t } = useTranslation()
  if (field !== 'reasons') {
    return (
      <>
        <del>{before || t('nothing')}</del> → <ins>{after || t('nothing')}</ins>
      </>
    )
  }
  const [was, is] = [before, after].map((reasons) => (reasons ? reasons.split('; ') : []))
  return (
    <>
      {was?.flatMap((reason) => (is?.includes(reason) ? [] : [<del key={`- ${reason}`}>− {reason} </del>]))}
      {is?.flatMap((reason) => (was?.includes(reason) ? [] : [<ins key={`+ ${reason}`}>+ {reason} </ins>]))}
    </>
  )
}

function ProofExplanation({ controlId, assurance }: { readonly controlId: string; readonly assurance: number }) {
  const { t } = useTranslation()
  const { currency } = useOrganization()
  const { data, isPending } = useQuery(lineQuery(useOrganizationApi(), controlId))
  if (isPending) return <Skeleton width={110} height={16} />
  return (
    <Why explanation={data?.explanation} currency={currency}>
      {t('Assurance {{percent}} %', { percent: Math.round(assurance * 100) })}
    </Why>
  )
}
