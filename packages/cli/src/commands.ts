import type { Command } from 'commander'
import { registerAsset } from './asset/asset-command.ts'
import { registerControl } from './control/control-command.ts'
import { registerDemo } from './demo/demo-command.ts'
import { registerDoctor } from './doctor/doctor-command.ts'
import { registerDocument } from './document/document-command.ts'
import { registerEvidence } from './evidence/evidence-command.ts'
import { registerIncident } from './incident/incident-command.ts'
import { registerLedger } from './ledger/ledger-command.ts'
import { registerLoss } from './loss/loss-command.ts'
import { registerMember } from './member/member-command.ts'
import { registerMetric } from './metric/metric-command.ts'
import { registerObligation } from './obligation/obligation-command.ts'
import { registerOccurrence } from './occurrence/occurrence-command.ts'
import { registerPeople } from './people/people-command.ts'
import { registerReadiness } from './readiness/readiness-command.ts'
import { registerRecord } from './record/record-command.ts'
import { registerRisk } from './risk/risk-command.ts'
import { registerSoa } from './soa/soa-command.ts'
import { registerStart } from './start/start-command.ts'
import type { Terminal } from './terminal.ts'

/**
 * Every command, in the order `sinew --help` shows them. A noun adds its own in `<noun>/<noun>-command.ts`, as a function
 * that registers on the program, and is named here.
 */
export const commands: readonly ((program: Command, terminal: Terminal) => void)[] = [
  registerStart,
  registerDemo,
  registerDoctor,
  registerRisk,
  registerOccurrence,
  registerIncident,
  registerAsset,
  registerObligation,
  registerControl,
  registerEvidence,
  registerMetric,
  registerPeople,
  registerMember,
  registerSoa,
  registerReadiness,
  registerDocument,
  registerRecord,
  registerLedger,
  registerLoss,
]
