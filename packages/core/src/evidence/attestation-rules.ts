import type { Refusal } from '../refusal.ts'

/** Whom an attestation is independent of: the owner of a control the piece is to prove. */
export type AttestedControl = {
  readonly ref: string
  readonly ownerId: string | null
  /** The account of that owner, when the person has one. */
  readonly ownerUserId: string | null
}

/**
 * Why somebody cannot attest: only a person who does not answer for the control is independent of it (compare ISO/IEC
 * 27001 9.2.2 c), and without a named owner nobody can be shown to be.
 */
export function attestationRefusals(
  attester: { readonly userId: string; readonly personId: string | null },
  controls: readonly AttestedControl[],
): readonly Refusal[] {
  return controls.flatMap((control) => {
    if (control.ownerId === null) {
      const message = `${control.ref} has no owner, so nobody can be independent of it. Name one, or declare instead.`
      return [{ code: 'attested-without-owner', message }]
    }
    const owns = control.ownerId === attester.personId || control.ownerUserId === attester.userId
    if (!owns) return []
    const message = `You own ${control.ref}: your word on it is a declaration. Somebody else can attest.`
    return [{ code: 'attested-by-owner', message }]
  })
}
