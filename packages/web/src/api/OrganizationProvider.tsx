import type { Session } from '@sinew/contract/account/account-contract.ts'
import { isWithinAreas, mayEver } from '@sinew/core/access/access-limits.ts'
import { type Permission, readingRoles } from '@sinew/core/access/permissions.ts'
import { type Refusal, refuse } from '@sinew/core/refusal.ts'
import { createContext, useContext } from 'react'
import { useTranslation } from '../i18n/use-translation.ts'
import { notOffered } from '../ui/offered.ts'
import type { OrganizationApi } from './organization-api.ts'

export type SessionOrganization = Session['organizations'][number]

type Value = { readonly organization: SessionOrganization; readonly api: OrganizationApi }

/** Null outside of an organisation. */
export const CurrentOrganization = createContext<Value | null>(null)

export function OrganizationProvider({ children, ...value }: Value & { readonly children: React.ReactNode }) {
  return <CurrentOrganization value={value}>{children}</CurrentOrganization>
}

function useCurrent(): Value {
  const value = useContext(CurrentOrganization)
  if (value === null) throw new Error('This part of the page needs an organisation around it.')
  return value
}

/** The organisation on screen and the reader's role in it. */
export const useOrganization = (): SessionOrganization => useCurrent().organization

/** Reads of the organisation on screen, at the date on screen. */
export const useOrganizationApi = (): OrganizationApi => useCurrent().api

/** Whether the reader may ask this at all; a panel that shows its answer is left out otherwise. */
export const useMayAsk = (route: Parameters<OrganizationApi['mayAsk']>[0]): boolean => useCurrent().api.mayAsk(route)

/**
 * Why the person may not do this now (empty: they may): a past date is on screen, or their role does not hold the
 * permission. Join it with the rule's own refusals and hand both to `ActionButton`, which offers nothing to whoever only
 * reads; where there is no button, ask `isOffered`.
 */
export function useMay(permission: Permission): readonly Refusal[] {
  const { t } = useTranslation()
  const { organization, api } = useCurrent()
  const { role } = organization
  if (!mayEver(organization, permission)) {
    const message = isWithinAreas(organization, permission)
      ? t('Your role here ({{role}}) may read this but not change it.', { role: t(role) })
      : t('Your access does not cover this area.')
    return readingRoles.includes(role) ? notOffered(message) : refuse('not_permitted', message)
  }
  if (api.asOf === null) return []
  return refuse('past_date', t('You are looking at a past date. Return to today to change something.'))
}
