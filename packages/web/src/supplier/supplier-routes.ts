import { createRoute } from '@tanstack/react-router'
import { paths } from '../app/paths.ts'
import { rootRoute } from '../app/root-route.ts'
import { screen } from '../app/screen.ts'

/** For a supplier, who has no account. */
export const questionnaireRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.questionnaire,
  loader: async ({ context, params }) => {
    const { answeringQuery } = await import('./supplier-queries.ts')
    await context.queries.ensureQueryData(answeringQuery(params.token))
  },
  component: screen(() => import('./AnswerScreen.tsx')),
})
