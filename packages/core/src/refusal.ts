/** A rule's "no": `code` is stable for programs, `message` is the sentence a person reads. An empty list means yes. */
export type Refusal = { readonly code: string; readonly message: string }

export function refuse(code: string, message: string): readonly Refusal[] {
  return [{ code, message }]
}
