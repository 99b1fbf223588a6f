import type { AnyRegister, RegisterRules } from './register-rules.ts'

export type BoundRegister = { readonly register: AnyRegister; readonly rules: RegisterRules<AnyRegister> }

const bound = new Map<string, BoundRegister>()

/** Remembers the rules a register is answered with, once while the program is loaded, for what reads all registers alike. */
export function rememberRegister(one: BoundRegister): void {
  bound.set(one.register.table, one)
}

export function boundRegisters(): readonly BoundRegister[] {
  return [...bound.values()]
}
