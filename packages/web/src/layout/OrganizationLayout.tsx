import { AppShell } from '@mantine/core'
import { useDisclosure, useLocalStorage } from '@mantine/hooks'
import { getRouteApi, Outlet } from '@tanstack/react-router'
import { OrganizationProvider } from '../api/OrganizationProvider.tsx'
import { useTranslation } from '../i18n/use-translation.ts'
import { ConsequencesWatch } from '../movement/ConsequencesWatch.tsx'
import { ObjectLinkProvider } from '../ui/explanation/ObjectLink.tsx'
import { later } from '../ui/later.ts'
import { NowProvider } from '../ui/NowProvider.tsx'
import { AsOfBanner } from './AsOfBanner.tsx'
import { BottomBar } from './BottomBar.tsx'
import { ExampleRibbon } from './ExampleRibbon.tsx'
import { Header } from './Header.tsx'
import { KeyboardKeys } from './KeyboardKeys.tsx'
import classes from './layout.module.css'
import { Sidebar } from './Sidebar.tsx'
import { SourceLink } from './SourceLink.tsx'

const LimitsRibbon = later(async () => (await import('./LimitsRibbon.tsx')).LimitsRibbon)

const organizationRoute = getRouteApi('/o/$slug')

/** The frame around every page of an organisation. */
export function OrganizationLayout() {
  const { t } = useTranslation()
  const { organization, api } = organizationRoute.useRouteContext()
  const [isOpen, { toggle, close }] = useDisclosure(false)
  const [isSlim, setSlim] = useLocalStorage({
    key: 'sinew-slim-menu',
    defaultValue: false,
    getInitialValueInEffect: false,
  })
  return (
    <OrganizationProvider organization={organization} api={api}>
      <NowProvider at={api.asOf === null ? null : Date.parse(api.asOf)}>
        <ObjectLinkProvider by={SourceLink}>
          <a href="#page" className={classes.skip}>
            {t('Skip to the page')}
          </a>
          <AppShell
            layout="alt"
            header={{ height: 52 }}
            footer={{ height: { base: 58, sm: 0 } }}
            navbar={{ width: isSlim ? 60 : 232, breakpoint: 'sm', collapsed: { mobile: !isOpen } }}
            padding={0}
            transitionDuration={150}
          >
            <AppShell.Header className={classes.header}>
              <Header />
            </AppShell.Header>
            <AppShell.Navbar className={classes.navbar}>
              <Sidebar isSlim={isSlim && !isOpen} onSlim={setSlim} onGo={close} />
            </AppShell.Navbar>
            <AppShell.Main className={classes.main}>
              {organization.isExample && <ExampleRibbon />}
              <LimitsRibbon />
              {api.asOf !== null && <AsOfBanner asOf={api.asOf} />}
              <div id="page" tabIndex={-1} className={classes.page}>
                <Outlet />
              </div>
            </AppShell.Main>
            <AppShell.Footer className={classes.footer}>
              <BottomBar isMenuOpen={isOpen} onMenu={toggle} onGo={close} />
            </AppShell.Footer>
          </AppShell>
          <KeyboardKeys />
          <ConsequencesWatch />
        </ObjectLinkProvider>
      </NowProvider>
    </OrganizationProvider>
  )
}
