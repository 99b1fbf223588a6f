import { useOrganization } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { EmptyState } from '../ui/EmptyState.tsx'
import type { Noun } from '../ui/noun-icons.ts'

/** A page that this role may not see: says so, and who could change that. */
export function NotPermitted({ noun, what }: { readonly noun: Noun; readonly what: string }) {
  const { t } = useTranslation()
  const { role } = useOrganization()
  return (
    <EmptyState noun={noun} title={t('Not for your role')}>
      {t('{{what}} Your role here is {{role}}; an owner can give you another.', { what, role: t(role) })}
    </EmptyState>
  )
}
