import { createRoute, redirect } from '@tanstack/react-router'
import { paths } from '../app/paths.ts'
import { rootRoute } from '../app/root-route.ts'
import { screen } from '../app/screen.ts'
import { sessionQuery } from '../app/session-query.ts'

/** Only addresses of this app may be returned to after signing in. */
const ownAddress = (raw: unknown): string | undefined =>
  typeof raw === 'string' && raw.startsWith('/') && !raw.startsWith('//') && !raw.includes('\\') ? raw : undefined

/** Sends a person on to where they are needed: set-up, sign-in, their organisation, a choice, or the two doors. */
const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.home,
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (session.setUpNeeded) throw redirect({ to: paths.setUp })
    if (session.user === null) throw redirect({ to: paths.signIn })
    const [only, ...more] = session.organizations
    if (only === undefined) throw redirect({ to: paths.welcome })
    if (more.length > 0) throw redirect({ to: paths.organizations })
    throw redirect({ to: paths.pulse, params: { slug: only.slug } })
  },
})

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.signIn,
  validateSearch: (raw: Readonly<Record<string, unknown>>): { readonly next?: string } => ({
    next: ownAddress(raw.next),
  }),
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (session.setUpNeeded) throw redirect({ to: paths.setUp })
  },
  component: screen(() => import('./SignInScreen.tsx')),
})

const setUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.setUp,
  beforeLoad: async ({ context }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (!session.setUpNeeded) throw redirect({ to: paths.home })
  },
  component: screen(() => import('./SetUpScreen.tsx')),
})

const invitationRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.invitation,
  loader: async ({ context, params }) => {
    const { invitationQuery } = await import('./invitation-query.ts')
    await Promise.all([
      context.queries.ensureQueryData(invitationQuery(params.token)),
      context.queries.ensureQueryData(sessionQuery),
    ])
  },
  component: screen(() => import('./InvitationScreen.tsx')),
})

/** Pages for whoever is signed in, outside of any organisation. */
const signedInRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'signed-in',
  beforeLoad: async ({ context, location }) => {
    const session = await context.queries.ensureQueryData(sessionQuery)
    if (session.setUpNeeded) throw redirect({ to: paths.setUp })
    if (session.user === null) throw redirect({ to: paths.signIn, search: { next: location.href } })
  },
})

const signedIn = () => signedInRoute

const organizationsRoute = createRoute({
  getParentRoute: signedIn,
  path: paths.organizations,
  component: screen(() => import('./OrganizationsScreen.tsx')),
})

const welcomeRoute = createRoute({
  getParentRoute: signedIn,
  path: paths.welcome,
  component: screen(() => import('./WelcomeScreen.tsx')),
})

const newOrganizationRoute = createRoute({
  getParentRoute: signedIn,
  path: paths.newOrganization,
  component: screen(() => import('./NewOrganizationScreen.tsx')),
})

const examplePreparingRoute = createRoute({
  getParentRoute: signedIn,
  path: paths.examplePreparing,
  validateSearch: (raw: Readonly<Record<string, unknown>>) => ({
    organization: String(raw.organization ?? ''),
    slug: String(raw.slug ?? ''),
  }),
  component: screen(() => import('../example/PreparingScreen.tsx')),
})

const accountRoute = createRoute({
  getParentRoute: signedIn,
  path: paths.account,
  component: screen(() => import('./AccountScreen.tsx')),
})

export const accountRoutes = [
  homeRoute,
  signInRoute,
  setUpRoute,
  invitationRoute,
  signedInRoute.addChildren([
    organizationsRoute,
    welcomeRoute,
    newOrganizationRoute,
    examplePreparingRoute,
    accountRoute,
  ]),
] as const
