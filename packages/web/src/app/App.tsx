import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createQueryClient } from '../api/query-client.ts'
import { cssVariables, theme } from '../ui/theme.ts'
import { paths } from './paths.ts'
import { createAppRouter } from './router.ts'
import { sessionQuery } from './session-query.ts'

// The same key as in color-scheme.js, which runs before the first paint.
const colorScheme = localStorageColorSchemeManager({ key: 'sinew-color-scheme' })

const queries = createQueryClient(() => {
  queries.removeQueries({ queryKey: sessionQuery.queryKey })
  const { pathname, href } = router.latestLocation
  if (pathname.startsWith('/o/') || pathname === paths.account) {
    void router.navigate({ to: paths.signIn, search: { next: href } })
  }
})
const router = createAppRouter(queries)

export function App() {
  return (
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={cssVariables}
        colorSchemeManager={colorScheme}
        defaultColorScheme="auto"
      >
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>
  )
}
