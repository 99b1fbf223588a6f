import type { LintSeverity } from '@sinew/core/soa/lint-issue.ts'
import classes from './soa.module.css'

export const severitySentence: Readonly<Record<LintSeverity, string>> = {
  error: 'Error',
  warning: 'Warning',
  note: 'Note',
}

/** How serious a finding is: octagon, triangle, circle; always beside a word or a count with one. */
export function SeverityMark({ severity }: { readonly severity: LintSeverity }) {
  return (
    <svg
      width="13"
      height="13"
      viewBox="0 0 14 14"
      className={classes.severity}
      data-severity={severity}
      aria-hidden="true"
      focusable="false"
    >
      {severity === 'error' && <path d="M4.4 1h5.2L13 4.4v5.2L9.6 13H4.4L1 9.6V4.4z" fill="currentColor" />}
      {severity === 'warning' && <path d="M7 1.2L13.4 12.6H.6z" fill="currentColor" />}
      {severity === 'note' && <circle cx="7" cy="7" r="5.6" fill="none" stroke="currentColor" strokeWidth="1.5" />}
      {severity !== 'note' && <path d="M7 4.4v3.8M7 9.6v1.2" stroke="var(--sn-surface)" strokeWidth="1.5" />}
      {severity === 'note' && <path d="M7 6.4v3.6M7 3.6v1.2" stroke="currentColor" strokeWidth="1.5" />}
    </svg>
  )
}
