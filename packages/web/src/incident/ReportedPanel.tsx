import { Button, Group, Stack } from '@mantine/core'
import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Panel } from '../ui/Panel.tsx'
import classes from './incident.module.css'

type Props = {
  readonly reported: { readonly number: number; readonly title: string; readonly handledBy: readonly string[] }
  readonly onAgain: () => void
}

/** What happens next, for somebody who reported for the first time. */
export function ReportedPanel({ reported: { number, title, handledBy }, onAgain }: Props) {
  const { t } = useTranslation()
  return (
    <Panel title={t('What happens next')}>
      <Stack gap="lg">
        <ol className={classes.next}>
          <li>
            <strong>{t('It has a number: IN-{{number}}.', { number })}</strong>
            <span>{title}</span>
          </li>
          <li>
            <strong>{t('Somebody looks at it and decides whether it is an incident.')}</strong>
            <span>
              {handledBy.length === 0
                ? t('Those who handle incidents here were told.')
                : t('Can it not wait? Call one of them: {{names}}.', { names: handledBy.join(', ') })}
            </span>
          </li>
          <li>
            <strong>{t('You may be asked for more.')}</strong>
            <span>
              {t(
                'Keep what you have: the mail, the screenshot, the device. Delete nothing, switch nothing off, tell no outsider.',
              )}
            </span>
          </li>
          <li>
            <strong>{t('You can follow it.')}</strong>
            <span>{t('Its page shows what was done, and what was learned when it is over.')}</span>
          </li>
        </ol>
        <Group gap="sm">
          <PageLink to={paths.registered} params={{ register: 'incidents', number }}>
            {t('Follow IN-{{number}}', { number })}
          </PageLink>
          <Button variant="default" onClick={onAgain}>
            {t('Report something else')}
          </Button>
        </Group>
      </Stack>
    </Panel>
  )
}
