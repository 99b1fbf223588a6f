import { Alert, Button } from '@mantine/core'
import { IconAlertOctagon } from '@tabler/icons-react'
import { useTranslation } from '../i18n/use-translation.ts'

type Problem = {
  readonly title: string
  readonly detail?: string
  readonly requestId?: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
  readonly refusals?: readonly { readonly code: string; readonly message: string }[]
}

export type ProblemPanelProps = {
  readonly problem: Problem | null
  readonly onRetry?: () => void
}

/** Whether what is wrong stands in lines of a file rather than in fields of the page. */
function isOfTable({ errors = [] }: Problem): boolean {
  return errors.length > 0 && errors.every(({ path }) => /^line \d+$/.test(path))
}

/** What the server answered, in full and in place: refusals, fields that fit no input, and the request id. */
export function ProblemPanel({ problem, onRetry }: ProblemPanelProps) {
  const { t } = useTranslation()
  if (problem === null) return null
  const lines = [
    ...(problem.refusals ?? []).map(({ message }) => message),
    ...(problem.errors ?? []).map(({ path, message }) => (path ? `${path}: ${message}` : message)),
  ]
  return (
    <Alert
      color="red"
      variant="light"
      role="alert"
      icon={<IconAlertOctagon aria-hidden="true" />}
      title={isOfTable(problem) ? t('Please correct the table, and choose it again') : problem.title}
    >
      {lines.length === 0 && problem.detail}
      {lines.length === 1 && lines[0]}
      {lines.length > 1 && (
        <ul style={{ margin: 0, paddingLeft: 18 }}>
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
      {problem.requestId && lines.length === 0 && (
        <div style={{ marginTop: 4, fontSize: '0.75rem' }}>{t('Request {{id}}', { id: problem.requestId })}</div>
      )}
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('Try again')}
        </Button>
      )}
    </Alert>
  )
}
