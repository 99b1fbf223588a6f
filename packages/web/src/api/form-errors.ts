type FieldError = { readonly path: string; readonly message: string }

/**
 * Puts the server's field errors on the form's fields and returns those that fit no field, so that none is swallowed.
 * `known` are the form's paths; a nested error (`needs.0.title`) belongs to its nearest known parent.
 */
export function placeFieldErrors(
  setErrors: (errors: Record<string, string>) => void,
  errors: readonly FieldError[],
  known: readonly string[],
): readonly FieldError[] {
  const placed: Record<string, string> = {}
  const homeless: FieldError[] = []
  for (const error of errors) {
    const field = nearest(error.path, known)
    if (field === undefined) homeless.push(error)
    else placed[field] = placed[field] ? `${placed[field]} ${error.message}` : error.message
  }
  setErrors(placed)
  return homeless
}

function nearest(path: string, known: readonly string[]): string | undefined {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(0, at.lastIndexOf('.')))) if (known.includes(at)) return at
  return undefined
}
