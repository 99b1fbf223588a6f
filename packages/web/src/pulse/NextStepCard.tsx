import type { Pulse } from '@sinew/contract/pulse/pulse-contract.ts'
import { IconArrowRight } from '@tabler/icons-react'
import { PageLink } from '../app/PageLink.tsx'
import { type Path, pageOf, paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import classes from './pulse.module.css'

type Next = NonNullable<Pulse['next']>

const screens: Readonly<Partial<Record<Next['kind'], Path>>> = {
  first_risk: paths.firstChain,
  approve_soa: paths.soa,
  renew_soa: paths.soa,
}

/** The one obvious thing to do, as one large link. */
export function NextStepCard({ next }: { readonly next: Next }) {
  const { t } = useTranslation()
  const screen = screens[next.kind]
  const page =
    screen !== undefined ? { to: screen, params: {} } : pageOf({ entity: next.entity ?? '', ref: next.ref ?? '' })
  const words = (
    <>
      <span className={classes.nextLabel}>{t('Next')}</span>
      <span className={classes.nextSentence}>{next.sentence}</span>
    </>
  )
  if (page === null) return <div className={classes.next}>{words}</div>
  return (
    // `pageOf` fills exactly the parameters of the path it gives.
    <PageLink
      to={page.to as typeof paths.risks}
      params={page.params as object}
      className={classes.next}
      underline="never"
    >
      {words}
      <IconArrowRight size={18} aria-hidden="true" className={classes.nextArrow} />
    </PageLink>
  )
}
