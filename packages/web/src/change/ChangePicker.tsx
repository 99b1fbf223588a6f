import { useTranslation } from '../i18n/use-translation.ts'
import { ReferenceSelect } from '../register/ReferenceSelect.tsx'

type Props = { readonly value: string | null; readonly onChange: (id: string | null) => void }

/** The planned change behind a new version of what is in force. */
export function ChangePicker(props: Props) {
  const { t } = useTranslation()
  return (
    <ReferenceSelect
      to="planned_change"
      label={t('Planned change behind it')}
      description={t(
        'Asked for once a version is in force: what takes its place was planned and approved as a change.',
      )}
      current={null}
      {...props}
    />
  )
}
