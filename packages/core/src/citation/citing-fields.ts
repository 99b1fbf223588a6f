import type { Field } from '../register/field.ts'
import type { Register } from '../register/register.ts'

/** A field of a register by which its records name an object. */
export type CitingField = {
  readonly key: string
  /** What people read beside it: what the object is to the record. */
  readonly label: string
  /** It holds one id, one name of a requirement (`A.8.13`), or several. */
  readonly holds: 'id' | 'requirement' | 'requirements'
}

/** Registers that can name an object of a kind, each with the fields that do. */
export type CitingRegister = { readonly register: Register; readonly fields: readonly CitingField[] }

/**
 * Where records can name an object of `entity`: by reference, and, for a control, among the requirements they list. What stands on the
 * object's own page as a part of it is left out.
 */
export function citingRegisters(registers: readonly Register[], entity: string): readonly CitingRegister[] {
  return registers.flatMap((register) => {
    const fields = Object.entries({ ...register.fields, ...register.stamped }).flatMap(([key, field]) => {
      const holds = holdsName(field, entity)
      return holds === null || key === register.parent ? [] : [{ key, label: field.label, holds }]
    })
    return fields.length === 0 ? [] : [{ register, fields }]
  })
}

function holdsName(field: Field, entity: string): CitingField['holds'] | null {
  if (field.kind === 'reference') return field.to === entity ? 'id' : null
  if (entity !== 'control') return null
  if (field.kind === 'list') return field.suggested === 'requirements' ? 'requirements' : null
  return field.kind === 'text' && field.names === 'requirement' ? 'requirement' : null
}

/** What a requirements list may say to mean a control: its own reference, or the theme of Annex A it belongs to. */
export function namesOfControl(ref: string): readonly string[] {
  const theme = /^A\.\d+(?=\.)/.exec(ref)?.[0]
  return theme === undefined ? [ref] : [ref, theme]
}
