import { Button } from '@mantine/core'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import type { Issue } from '@sinew/contract/soa/soa-words.ts'
import { IconArrowRight } from '@tabler/icons-react'
import { useRouter } from '@tanstack/react-router'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useGo } from '../app/PageLink.tsx'
import type { paths } from '../app/paths.ts'
import { RefText } from '../app/RefText.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ActionButton } from '../ui/ActionButton.tsx'
import { type Fix, fixOf } from './fix-of.ts'
import { InlineFix } from './InlineFix.tsx'
import { SeverityMark, severitySentence } from './SeverityMark.tsx'
import classes from './soa.module.css'
import type { LineTask } from './soa-search.ts'

type Props = {
  readonly issues: readonly Issue[]
  /** The line they stand on; null for those of the whole statement. */
  readonly line: SoaLine | null
  readonly onTask: (task: LineTask) => void
}

/** Findings of the lint, each with one click to where it is put right. */
export function IssueList({ issues, line, onTask }: Props) {
  const { t } = useTranslation()
  if (issues.length === 0) return null
  return (
    <ul className={classes.issues}>
      {issues.map((issue) => (
        <li key={`${issue.rule} ${issue.fix.id} ${issue.sentence}`}>
          <span className={classes.issueWords}>
            <SeverityMark severity={issue.severity} />
            <span>
              <span className={classes.hidden}>{t(severitySentence[issue.severity])}: </span>
              <RefText>{issue.sentence}</RefText> <code className={classes.rule}>{issue.rule}</code>
            </span>
          </span>
          <FixButton fix={fixOf(issue, line)} line={line} onTask={onTask} />
        </li>
      ))}
    </ul>
  )
}

function FixButton({ fix, line, onTask }: Pick<Props, 'line' | 'onTask'> & { readonly fix: Fix }) {
  const { t } = useTranslation()
  const go = useGo()
  const may = useMay('control:decide')
  const known = useRouter().routesByPath as Readonly<Record<string, unknown>>
  const arrow = <IconArrowRight size={13} aria-hidden="true" />
  if (fix.kind === 'field') return line === null ? null : <InlineFix fix={fix} line={line} />
  if (fix.kind === 'line') {
    return (
      <ActionButton
        size="compact-xs"
        variant="light"
        rightSection={arrow}
        refusals={may}
        onClick={() => onTask(fix.task)}
      >
        {t(fix.label)}
      </ActionButton>
    )
  }
  if (known[fix.to] === undefined) return null
  return (
    <Button
      size="compact-xs"
      variant="light"
      rightSection={arrow}
      // `fixOf` fills exactly the parameters of the path it gives.
      onClick={() => go(fix.to as typeof paths.control, fix.params as { controlRef: string }, fix.search)}
    >
      {t(fix.label)}
    </Button>
  )
}
