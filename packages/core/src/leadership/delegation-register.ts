import { choice, day, longText, reference, requiredDay, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'

export const delegationRegister = defineRegister(headOf('delegation'), {
  fields: {
    title: text('What for', { isRequired: true, placeholder: 'Parental leave', column: true }),
    entitles: choice(
      'Entitles to',
      {
        accept_low: 'Accept low risks',
        accept_medium: 'Accept risks up to medium',
        accept_high: 'Accept risks up to high',
        other: 'Something else, as said',
      },
      'accept_low',
      { column: true },
    ),
    fromPersonId: requiredReference('Who is stood in for', 'person', { column: true }),
    toPersonId: requiredReference('Who stands in', 'person', { column: true }),
    startsAt: requiredDay('From', { column: 'hidden' }),
    endsAt: requiredDay('Until', { column: true }),
    reason: longText('What exactly, and why', { most: 2_000 }),
  },
  stamped: {
    status: choice('State', { proposed: 'Proposed', granted: 'Granted', revoked: 'Revoked' }, 'proposed', {
      column: 'hidden',
    }),
    grantedAt: day('Granted on'),
    grantedById: reference('Granted by', 'person'),
    revokedAt: day('Revoked on'),
  },
  computed: {
    standing: choice(
      'In force?',
      { proposed: 'Not granted', coming: 'Not yet', in_force: 'In force', over: 'Over', revoked: 'Revoked' },
      'proposed',
      { column: true },
    ),
  },
  states: {
    field: 'status',
    moves: [
      {
        from: ['proposed'],
        to: 'granted',
        label: 'Grant',
        stamps: { grantedAt: 'now', grantedById: 'actor' },
      },
      { from: ['granted'], to: 'revoked', label: 'Revoke', asksReason: true, stamps: { revokedAt: 'now' } },
    ],
    frozen: ['granted', 'revoked'],
    live: ['granted'],
  },
  work: [
    {
      what: 'Renew or let end',
      due: 'endsAt',
      owner: 'fromPersonId',
      unless: { standing: ['proposed', 'over', 'revoked'] },
      horizonDays: 14,
    },
    {
      what: 'Grant',
      due: 'startsAt',
      owner: 'fromPersonId',
      unless: { standing: ['coming', 'in_force', 'over', 'revoked'] },
    },
  ],
  words: {
    sentence: 'Who may decide for whom, what, and from when until when.',
    add: 'Propose a delegation',
    edit: 'Edit the delegation',
    empty:
      'A deputy decides with a recorded delegation only. Whoever is stood in for grants it; from then on it entitles, until its last day.',
  },
})
