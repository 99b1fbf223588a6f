import { describe, expect, expectTypeOf, it } from 'vitest'
import type { DueWorkOf } from './due-work.ts'
import { choice, day, flag, reference, text } from './field.ts'
import { defineRegister } from './register.ts'
import { headOf } from './register-heads.ts'

describe('work that is due of a register', () => {
  const plan = {
    fields: {
      name: text('Name', { isRequired: true }),
      reviewAt: day('Review'),
      ownerId: reference('Owner', 'person'),
      isKept: flag('Kept', true),
    },
    stamped: { status: choice('Status', { open: 'Open', closed: 'Closed' }, 'open') },
    words: { sentence: '', add: '', edit: '', empty: '' },
  } as const
  type Work = DueWorkOf<(typeof plan)['fields'], (typeof plan)['stamped'], Record<never, never>>

  it('names days, references, and values of choices and flags that the register has', () => {
    expectTypeOf<Work['due']>().toEqualTypeOf<'reviewAt'>()
    expectTypeOf<Work['owner']>().toEqualTypeOf<'ownerId' | undefined>()
    expectTypeOf<NonNullable<Work['unless']>['status']>().toEqualTypeOf<readonly ('open' | 'closed')[] | undefined>()
    const register = defineRegister(headOf('site'), {
      ...plan,
      work: [{ what: 'Review', due: 'reviewAt', owner: 'ownerId', unless: { status: ['closed'], isKept: [false] } }],
    })
    expect(register.work).toEqual([
      { what: 'Review', due: 'reviewAt', owner: 'ownerId', unless: { status: ['closed'], isKept: [false] } },
    ])
  })

  it('is none where none is declared', () => {
    expect(defineRegister(headOf('site'), plan).work).toEqual([])
  })
})
