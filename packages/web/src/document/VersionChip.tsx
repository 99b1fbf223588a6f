import type { VersionStatus } from '@sinew/core/document/version-rules.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { Chip } from '../ui/Chip.tsx'
import { versionWords } from './version-words.ts'

export function VersionChip({ status }: { readonly status: VersionStatus }) {
  const { t } = useTranslation()
  return <Chip look={status === 'published' ? 'strong' : 'quiet'}>{t(versionWords[status])}</Chip>
}
