import type { registerContract } from '@sinew/contract/register/register-contract.ts'
import type { Fields } from '@sinew/core/register/field.ts'
import type { Register } from '@sinew/core/register/register.ts'
import type { Context } from '../context.ts'
import type { Binding } from '../http/handle.ts'
import { rememberRegister } from './bound-registers.ts'
import { exportRecords } from './export-records.ts'
import { importRecords } from './import-records.ts'
import type { AnyRegister, RegisterRules } from './register-rules.ts'
import { findRecords, getRecord, type RegisterQuery } from './register-store.ts'
import { createRecord, deleteRecord, moveRecord, updateRecord } from './write-record.ts'

type Input = {
  readonly params: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, unknown>>
  readonly body: Readonly<Record<string, unknown>>
  readonly ifMatch: number
}

/** Answers every route of a register. A register with states has one route more. */
export function registerBindings<F extends Fields, S extends Fields, C extends Fields>(
  contract: ReturnType<typeof registerContract<F, S, C>>,
  given: RegisterRules<Register<F, S, C>> = {},
): readonly Binding[] {
  // From here on names of fields are known at run time alone.
  const register = contract.register as unknown as AnyRegister
  const rules = given as unknown as RegisterRules<AnyRegister>
  rememberRegister({ register, rules })
  const bind = (route: Binding['route'], handler: (ctx: Context, input: Input) => Promise<unknown>): Binding => {
    return { route, handler: handler as unknown as Binding['handler'] }
  }
  const idOf = ({ params }: Input) => params[contract.idName] ?? ''
  return [
    bind(contract.list, (ctx, { query }) => findRecords(ctx, register, rules, query as RegisterQuery)),
    // Before the route of one record: its address is of the same form.
    bind(contract.export, (ctx, { query }) => exportRecords(ctx, register, rules, query as never)),
    bind(contract.import, (ctx, { body }) => importRecords(ctx, contract as never, rules, body as never)),
    bind(contract.get, (ctx, input) => getRecord(ctx, register, rules, idOf(input))),
    bind(contract.create, (ctx, { body }) => createRecord(ctx, register, rules, body)),
    bind(contract.update, (ctx, input) => updateRecord(ctx, register, rules, idOf(input), input.ifMatch, input.body)),
    bind(contract.remove, (ctx, input) => deleteRecord(ctx, register, rules, idOf(input), input.ifMatch)),
    ...(register.states === undefined
      ? []
      : [
          bind(contract.move, (ctx, input) =>
            moveRecord(ctx, register, rules, idOf(input), input.ifMatch, input.body as { to: string; reason?: string }),
          ),
        ]),
  ]
}
