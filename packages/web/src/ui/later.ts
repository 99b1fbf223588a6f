import { type ComponentType, createElement, lazy, Suspense } from 'react'

/**
 * A component loaded when it is first shown, so that a page does not wait for what opens on a click:
 * `const EditDrawer = later(async () => (await import('./EditDrawer.tsx')).EditDrawer)`. Nothing stands in its place until
 * it is there: it is for what lies over the page or adds to it, never for what takes the place of something.
 */
export function later<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  const Loaded = lazy(async () => ({ default: await load() }))
  return (props) => createElement(Suspense, { fallback: null }, createElement(Loaded, props))
}
