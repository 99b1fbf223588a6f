import { useRouter } from '@tanstack/react-router'
import { PageLink } from '../app/PageLink.tsx'
import { pageOf, type paths } from '../app/paths.ts'
import classes from './soa.module.css'

type Props = { readonly entity: string; readonly refName: string; readonly title: string }

/** A small chip with what people call an object; a link where the app has its page. */
export function RefChip({ entity, refName, title }: Props) {
  const known = useRouter().routesByPath as Readonly<Record<string, unknown>>
  const page = pageOf({ entity, ref: refName })
  if (page === null || known[page.to] === undefined) {
    return (
      <span className={classes.chip} title={title}>
        {refName}
      </span>
    )
  }
  return (
    // `pageOf` fills exactly the parameters of the path it gives.
    <PageLink
      to={page.to as typeof paths.risk}
      params={page.params as { number: string }}
      className={classes.chip}
      title={title}
      underline="never"
    >
      {refName}
    </PageLink>
  )
}
