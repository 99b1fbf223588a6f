import type { Route } from '@sinew/contract/route.ts'
import { useOrganization } from './OrganizationProvider.tsx'
import { useWrite, type Write, type WriteInput, type WriteOptions } from './use-write.ts'

/** `useWrite` for routes below `/orgs/{organizationId}`: the organisation is filled in. */
export function useOrganizationWrite<R extends Route>(route: R, options: WriteOptions<R> = {}): Write<R> {
  const { id } = useOrganization()
  const write = useWrite(route, options)
  return {
    ...write,
    send: (input) =>
      write.send({ ...input, params: { organizationId: id, ...input.params } as WriteInput<R>['params'] }),
  }
}
