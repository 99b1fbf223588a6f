import { choice, requiredReference, text } from '../register/field.ts'
import { defineRegister } from '../register/register.ts'
import { headOf } from '../register/register-heads.ts'
import { dependencyKinds } from './dependency-kinds.ts'

export const assetDependencyRegister = defineRegister(headOf('asset_dependency'), {
  fields: {
    assetId: requiredReference('Asset', 'asset', { column: true }),
    onAssetId: requiredReference('Rests on', 'asset', { column: true }),
    kind: choice('How', dependencyKinds, 'needs', { column: true }),
    anyOf: text('Any one of', {
      most: 100,
      column: true,
      placeholder: 'Mail gateways',
      help: 'Where another can stand in for it, give both the same words here: then any one of them is enough.',
    }),
    note: text('Note', { most: 500, column: true }),
  },
  parent: 'assetId',
  words: {
    sentence: 'Which asset rests on which.',
    add: 'Say what it rests on',
    edit: 'Edit the dependency',
    empty:
      'Nothing is said yet of what it rests on. With that, needs are handed down and single points of failure show.',
  },
})
