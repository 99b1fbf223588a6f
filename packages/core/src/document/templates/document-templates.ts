import type { DocumentTemplate } from '../document-template.ts'
import { foundationTemplates } from './foundation-templates.ts'
import { managementTemplates } from './management-templates.ts'
import { operationTemplates } from './operation-templates.ts'
import { peopleTemplates } from './people-templates.ts'
import { planTemplates } from './plan-templates.ts'
import { surroundingsTemplates } from './surroundings-templates.ts'
import { technologyTemplates } from './technology-templates.ts'

/** Documents to start from, in our own words. */
export const documentTemplates: readonly DocumentTemplate[] = [
  ...foundationTemplates,
  ...managementTemplates,
  ...planTemplates,
  ...peopleTemplates,
  ...surroundingsTemplates,
  ...technologyTemplates,
  ...operationTemplates,
]
