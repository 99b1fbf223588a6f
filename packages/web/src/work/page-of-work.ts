import { pageOf, paths } from '../app/paths.ts'

const approvals: Readonly<Record<string, typeof paths.soa | typeof paths.methodology>> = {
  soa_version: paths.soaVersions as typeof paths.soa,
  methodology: paths.methodology,
}

type Target = { readonly entity: string; readonly ref: string }

/** The page on which a piece of work is done. */
export function pageOfWork({ entity, ref }: Target): { readonly to: typeof paths.work; readonly params: object } {
  const page = approvals[entity] === undefined ? pageOf({ entity, ref }) : { to: approvals[entity], params: {} }
  // `pageOf` fills exactly the parameters of the path it gives.
  return (page ?? { to: paths.work, params: {} }) as { to: typeof paths.work; params: object }
}
