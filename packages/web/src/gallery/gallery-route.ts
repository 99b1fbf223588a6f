import { createRoute } from '@tanstack/react-router'
import { paths } from '../app/paths.ts'
import { rootRoute } from '../app/root-route.ts'
import { screen } from '../app/screen.ts'

/** Every component in every state: the visual language, to look at. */
export const galleryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: paths.gallery,
  component: screen(() => import('./GalleryScreen.tsx')),
})
