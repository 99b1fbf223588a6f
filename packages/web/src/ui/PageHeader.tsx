import { Title } from '@mantine/core'
import { useTranslation } from '../i18n/use-translation.ts'
import { type Noun, nounIcons } from './noun-icons.ts'
import classes from './PageHeader.module.css'

export type PageHeaderProps = {
  /** Links to the pages above this one, outermost first. */
  readonly trail?: readonly React.ReactNode[]
  readonly noun?: Noun
  /** What people call the object: `R-12`, `A.8.13`. */
  readonly reference?: string
  readonly title: string
  /** One sentence: how things stand. */
  readonly sentence?: React.ReactNode
  /** The one obvious next step: a button or link. */
  readonly next?: React.ReactNode
  /** Quieter actions beside it. */
  readonly actions?: React.ReactNode
  /** State chips beside the title. */
  readonly chips?: React.ReactNode
}

/** The top of every page: title, one sentence that says how things stand, one obvious next step. */
export function PageHeader({ trail = [], noun, reference, title, sentence, next, actions, chips }: PageHeaderProps) {
  const Icon = noun ? nounIcons[noun] : null
  return (
    <header className={classes.header}>
      <div className={classes.words}>
        <Trail links={trail} />
        <div className={classes.titleLine}>
          {Icon && <Icon size={22} stroke={1.6} className={classes.icon} aria-hidden="true" />}
          <div className={classes.titleWords}>
            <Title order={1} className={classes.title}>
              {reference && <span className={classes.reference}>{reference}</span>} {title}
            </Title>
            {chips && <div className={classes.chips}>{chips}</div>}
          </div>
        </div>
        {sentence && <p className={classes.sentence}>{sentence}</p>}
      </div>
      {(next || actions) && (
        <div className={classes.actions}>
          {actions}
          {next}
        </div>
      )}
    </header>
  )
}

function Trail({ links }: { readonly links: readonly React.ReactNode[] }) {
  const { t } = useTranslation()
  if (links.length === 0) return null
  return (
    <nav aria-label={t('You are in')} className={classes.trail}>
      <ol>
        {links.map((link, depth) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a trail is ordered by depth and nothing else.
          <li key={depth}>{link}</li>
        ))}
      </ol>
    </nav>
  )
}
