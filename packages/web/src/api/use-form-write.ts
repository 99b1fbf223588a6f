import type { Problem } from '@sinew/contract/client.ts'
import type { Route } from '@sinew/contract/route.ts'
import { placeFieldErrors } from './form-errors.ts'
import { useOrganizationWrite } from './use-organization-write.ts'
import { useWrite, type Write, type WriteOptions } from './use-write.ts'

type FormLike = {
  readonly setErrors: (errors: Record<string, string>) => void
  readonly getValues: () => object
}

/**
 * `useWrite` for a form: what the server says of a field stands at the field; `problem` keeps the rest for a
 * `ProblemPanel`, and is null when every complaint found its field.
 */
export function useFormWrite<R extends Route>(route: R, form: FormLike, options: WriteOptions<R> = {}): Write<R> {
  return placed(useWrite(route, { ...options, onProblem: (problem) => place(form, problem) }), form)
}

/** The same below an organisation. */
export function useOrganizationFormWrite<R extends Route>(
  route: R,
  form: FormLike,
  options: WriteOptions<R> = {},
): Write<R> {
  return placed(useOrganizationWrite(route, { ...options, onProblem: (problem) => place(form, problem) }), form)
}

function place(form: FormLike, problem: Problem): void {
  placeFieldErrors(form.setErrors, problem.errors ?? [], Object.keys(form.getValues()))
}

function placed<R extends Route>(write: Write<R>, form: FormLike): Write<R> {
  const { problem } = write
  if (!problem?.errors?.length) return write
  const homeless = placeFieldErrors(() => undefined, problem.errors, Object.keys(form.getValues()))
  return { ...write, problem: homeless.length === 0 ? null : { ...problem, errors: homeless } }
}
