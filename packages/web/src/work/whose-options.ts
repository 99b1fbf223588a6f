import type { OutputOf } from '@sinew/contract/client.ts'
import type { getMyWork } from '@sinew/contract/work/work-contract.ts'
import type { Translate } from '../i18n/translate.ts'
import type { Whose } from './work-search.ts'

type Option = { readonly value: Whose; readonly label: string }

/** Whose work can be asked for: a team where somebody reports to the reader, a unit where they are in one. */
export function whoseOptions(
  t: Translate,
  mine: Pick<OutputOf<typeof getMyWork>, 'team' | 'hasUnit'> | undefined,
): readonly Option[] {
  return [
    { value: 'mine', label: t('Mine') },
    ...(mine?.team ? ([{ value: 'team', label: t('My team’s') }] as const) : []),
    ...(mine?.hasUnit ? ([{ value: 'unit', label: t('My unit’s') }] as const) : []),
  ]
}
