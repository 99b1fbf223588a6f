import { PageLink } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'

type Props = { readonly controls: readonly { readonly id: string; readonly ref: string }[] }

const most = 3

/** The first controls a piece speaks for, and how many more. */
export function ControlRefs({ controls }: Props) {
  const { t } = useTranslation()
  if (controls.length === 0) return <span style={{ color: 'var(--sn-ink-3)' }}>{t('nothing yet')}</span>
  return (
    <span>
      {controls.slice(0, most).map(({ id, ref }, place) => (
        <span key={id}>
          {place > 0 && ', '}
          <PageLink to={paths.control} params={{ controlRef: ref }} inherit>
            {ref}
          </PageLink>
        </span>
      ))}
      {controls.length > most && (
        <span style={{ color: 'var(--sn-ink-3)' }} title={controls.map(({ ref }) => ref).join(', ')}>
          {' '}
          +{controls.length - most}
        </span>
      )}
    </span>
  )
}
