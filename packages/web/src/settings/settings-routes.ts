import { hasPermission } from '@sinew/core/access/permissions.ts'
import { createRoute } from '@tanstack/react-router'
import { organizationRoute } from '../app/organization-route.ts'
import { screen } from '../app/screen.ts'

const getParentRoute = () => organizationRoute

const settingsRoute = createRoute({
  getParentRoute,
  path: 'settings',
  loader: async ({ context }) => {
    const { organizationQuery } = await import('./settings-queries.ts')
    await context.queries.ensureQueryData(organizationQuery(context.api))
  },
  component: screen(() => import('./OrganizationSettingsScreen.tsx')),
})

const membersRoute = createRoute({
  getParentRoute,
  path: 'settings/members',
  loader: async ({ context }) => {
    const { invitationsQuery, membersQuery } = await import('./settings-queries.ts')
    await Promise.all([
      context.queries.ensureQueryData(membersQuery(context.api)),
      // Who may not manage members does not ask for invitations.
      ...(hasPermission(context.organization.role, 'member:manage')
        ? [context.queries.ensureQueryData(invitationsQuery(context.api))]
        : []),
    ])
  },
  component: screen(() => import('./MembersScreen.tsx')),
})

const tokensRoute = createRoute({
  getParentRoute,
  path: 'settings/tokens',
  loader: async ({ context }) => {
    const { tokensQuery } = await import('./settings-queries.ts')
    await context.queries.ensureQueryData(tokensQuery(context.api, false))
  },
  component: screen(() => import('./TokensScreen.tsx')),
})

const mailRoute = createRoute({
  getParentRoute,
  path: 'settings/mail',
  loader: async ({ context }) => {
    const { mailQuery } = await import('./settings-queries.ts')
    // Who may not read other people's mail is told so by the page.
    if (hasPermission(context.organization.role, 'organization:write'))
      await context.queries.ensureQueryData(mailQuery(context.api))
  },
  component: screen(() => import('./MailScreen.tsx')),
})

export const settingsRoutes = [settingsRoute, membersRoute, tokensRoute, mailRoute] as const
