import { lazyRouteComponent } from '@tanstack/react-router'

/**
 * The component of a route, loaded when first visited: `component: screen(() => import('./RiskRegisterScreen.tsx'))`.
 * The file exports its component as `Screen`.
 */
export function screen(load: () => Promise<{ readonly Screen: unknown }>) {
  // Every screen takes no props; the type is kept out of the import, which would make route types refer to themselves.
  return lazyRouteComponent(load as () => Promise<{ Screen: () => React.ReactNode }>, 'Screen')
}
