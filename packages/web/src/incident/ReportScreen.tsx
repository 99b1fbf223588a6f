import { SegmentedControl, Stack, Textarea } from '@mantine/core'
import { reportIncident } from '@sinew/contract/incident/incident-contract.ts'
import { ongoingWords } from '@sinew/core/incident/incident-words.ts'
import { useState } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useOrganizationWrite } from '../api/use-organization-write.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { LeaveGuard } from '../ui/form/LeaveGuard.tsx'
import { TimeField } from '../ui/form/TimeField.tsx'
import { PageHeader } from '../ui/PageHeader.tsx'
import { Panel } from '../ui/Panel.tsx'
import { ProblemPanel } from '../ui/ProblemPanel.tsx'
import classes from './incident.module.css'
import { ReportedPanel } from './ReportedPanel.tsx'

type Ongoing = keyof typeof ongoingWords
type Reported = { readonly number: number; readonly title: string; readonly handledBy: readonly string[] }

/** What anybody fills in who saw something: three questions, no knowledge needed. */
export function Screen() {
  const { t } = useTranslation()
  const [reported, tell] = useState<Reported | null>(null)
  return (
    <div className={classes.report}>
      <PageHeader
        noun="incident"
        title={reported === null ? t('Report something') : t('Thank you')}
        sentence={
          reported === null
            ? t(
                'Odd mail, lost laptop, open door, wrong recipient: say what you saw. Better once too often than too late.',
              )
            : t('Your report is kept, and those who handle incidents see it now.')
        }
      />
      {reported === null ? (
        <ReportForm onDone={tell} />
      ) : (
        <ReportedPanel reported={reported} onAgain={() => tell(null)} />
      )}
    </div>
  )
}

function ReportForm({ onDone }: { readonly onDone: (reported: Reported) => void }) {
  const { t } = useTranslation()
  const may = useMay('incident:report')
  const [what, say] = useState('')
  const [noticedAt, notice] = useState<string | null>(null)
  const [ongoing, choose] = useState<Ongoing>('unsure')
  const write = useOrganizationWrite(reportIncident, { onDone })
  const wrong = (path: string) => write.fieldErrors.find((error) => error.path === path)?.message
  return (
    <Panel>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void write.send({ body: { what, ongoing, ...(noticedAt === null ? {} : { noticedAt }) } })
        }}
      >
        <Stack gap="lg">
          <Textarea
            label={t('1. What did you see?')}
            description={t('In your own words. Who or what, where, and what you did about it.')}
            size="md"
            autosize
            minRows={4}
            maxRows={14}
            maxLength={20_000}
            required
            value={what}
            error={wrong('what')}
            onChange={(event) => say(event.currentTarget.value)}
          />
          <TimeField
            label={t('2. When did you notice it?')}
            description={t('Leave it empty if that was just now.')}
            size="md"
            value={noticedAt}
            error={wrong('noticedAt')}
            onChange={notice}
          />
          <div>
            <p className={classes.question} id="ongoing">
              {t('3. Is it still going on?')}
            </p>
            <SegmentedControl
              aria-labelledby="ongoing"
              fullWidth
              orientation="vertical"
              className={classes.choices}
              data={Object.entries(ongoingWords).map(([value, label]) => ({ value, label: t(label) }))}
              value={ongoing}
              onChange={(value) => choose(value as Ongoing)}
            />
          </div>
          <ProblemPanel problem={write.fieldErrors.length > 0 ? null : write.problem} />
          <ActionButton type="submit" size="md" fullWidth refusals={may} loading={write.isPending}>
            {t('Report it')}
          </ActionButton>
          <p className={classes.quiet}>
            {t(
              'You will not be blamed for reporting, not even your own mistake. Touch nothing that could be evidence.',
            )}
          </p>
        </Stack>
      </form>
      <LeaveGuard isDirty={() => what.trim() !== '' && !write.isPending} />
    </Panel>
  )
}
