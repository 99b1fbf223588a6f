import { Checkbox } from '@mantine/core'
import type { SoaLine } from '@sinew/contract/soa/soa-line-contract.ts'
import { useId } from 'react'
import { useMay } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import type { LineGroup } from './line-groups.ts'
import { SoaLineRow } from './SoaLineRow.tsx'
import classes from './soa.module.css'
import type { LineTask } from './soa-search.ts'

type Props = {
  readonly group: LineGroup
  /** Whether all that fit are shown, and not a page of them: then their number says something. */
  readonly isWhole: boolean
  readonly openRefs: ReadonlySet<string>
  readonly startRef: string | undefined
  readonly chosen: ReadonlySet<string>
  readonly approvedNumber: number | null
  readonly onToggle: (line: SoaLine) => void
  readonly onTask: (line: SoaLine, task: LineTask) => void
  readonly onChoose: (controlIds: readonly string[], isChosen: boolean) => void
}

/** The lines of one theme under its heading. */
export function ThemeLines({ group, isWhole, ...props }: Props) {
  const { t } = useTranslation()
  const id = useId()
  const canChoose = useMay('control:decide').length === 0
  const { chosen, onChoose } = props
  const ids = group.lines.map((line) => line.controlId)
  const chosenHere = ids.filter((one) => chosen.has(one)).length
  return (
    <section className={classes.theme} aria-labelledby={id}>
      <div className={classes.themeHead}>
        {canChoose && (
          <span className={classes.choose}>
            <Checkbox
              size="xs"
              aria-label={t('Choose all of {{name}}', { name: t(group.title) })}
              checked={chosenHere === ids.length}
              indeterminate={chosenHere > 0 && chosenHere < ids.length}
              onChange={(event) => onChoose(ids, event.currentTarget.checked)}
            />
          </span>
        )}
        <h2 id={id}>
          <span className={classes.quiet}>{group.clause}</span> {t(group.title)}
        </h2>
        {isWhole && <span className={classes.quiet}>{group.lines.length}</span>}
      </div>
      <ul className={classes.lines}>
        {group.lines.map((line) => (
          <SoaLineRow
            key={line.controlId}
            line={line}
            isOpen={props.openRefs.has(line.ref)}
            onToggle={() => props.onToggle(line)}
            onTask={(task) => props.onTask(line, task)}
            isChosen={chosen.has(line.controlId)}
            onChoose={canChoose ? (isChosen) => onChoose([line.controlId], isChosen) : undefined}
            approvedNumber={props.approvedNumber}
            startsInView={props.startRef === line.ref}
          />
        ))}
      </ul>
    </section>
  )
}
