import type { RegisterTable } from '../register/register-heads.ts'
import type { LedgeredEntity } from './ledgered-entities.ts'

/** Rows with code of their own that belong to a register's object. */
export const childrenOfRegisters: Partial<Readonly<Record<RegisterTable, LedgeredEntity['children']>>> = {
  document: [{ entity: 'document_version', column: 'document_id' }],
  acknowledgement_campaign: [{ entity: 'acknowledgement_request', column: 'acknowledgement_campaign_id' }],
  isms_role: [{ entity: 'raci_entry', column: 'isms_role_id' }],
  raci_activity: [{ entity: 'raci_entry', column: 'raci_activity_id' }],
}
