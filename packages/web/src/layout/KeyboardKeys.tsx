import { useDisclosure, useHotkeys, useWindowEvent } from '@mantine/hooks'
import { lazy, Suspense, useRef } from 'react'
import { useGo } from '../app/PageLink.tsx'
import type { MenuPath } from '../app/paths.ts'
import { useNavigation } from '../app/use-navigation.ts'

const KeyHelp = lazy(() => import('./KeyHelp.tsx').then(({ KeyHelp: component }) => ({ default: component })))

const helpEvent = 'sinew:key-help'
const waitMs = 1_200

export const openKeyHelp = () => window.dispatchEvent(new Event(helpEvent))

/** `g r` goes to risks and so on; `?` shows every key. */
export function KeyboardKeys() {
  const go = useGo()
  const [isOpen, { open, close }] = useDisclosure(false)
  const pages = useNavigation().flatMap(({ items }) => items)
  const goPressedAt = useRef(0)
  useWindowEvent(helpEvent, open)
  useHotkeys([
    ['shift + ?', open],
    ['?', open],
    [
      'g',
      () => {
        goPressedAt.current = Date.now()
      },
    ],
    ...pages.map(({ key, path }): [string, () => void] => [
      key,
      () => {
        if (Date.now() - goPressedAt.current > waitMs) return
        goPressedAt.current = 0
        // The list of a register needs nothing else either.
        go(path as MenuPath)
      },
    ]),
  ])
  return (
    isOpen && (
      <Suspense>
        <KeyHelp onClose={close} />
      </Suspense>
    )
  )
}
