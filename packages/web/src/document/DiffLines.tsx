import type { DiffLine } from '@sinew/core/document/line-diff.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './diff-lines.module.css'

/** Unchanged lines shown around each change. */
const around = 2
const marks = { same: ' ', removed: '−', added: '+' } as const

/** What went and what came, line by line; long runs of the same are folded. */
export function DiffLines({ lines }: { readonly lines: readonly DiffLine[] }) {
  const { t } = useTranslation()
  const isNear = (at: number) =>
    lines.slice(Math.max(0, at - around), at + around + 1).some(({ kind }) => kind !== 'same')
  const shown = lines.map((line, at) => ({ line, at })).filter(({ at }) => isNear(at))
  if (shown.length === 0) return <p className={classes.none}>{t('Not a line.')}</p>
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways is reached by keyboard.
    <div className={classes.lines} tabIndex={0}>
      {shown.map(({ line, at }, place) => (
        <div key={at} className={classes.line} data-kind={line.kind} data-gap={at - (shown[place - 1]?.at ?? -1) > 1}>
          <span className={classes.mark} aria-hidden="true">
            {marks[line.kind]}
          </span>
          {line.kind === 'added' && <ins>{line.text}</ins>}
          {line.kind === 'removed' && <del>{line.text}</del>}
          {line.kind === 'same' && <span>{line.text}</span>}
        </div>
      ))}
    </div>
  )
}
