import type { Permission } from '@sinew/core/access/permissions.ts'
import { headOf, type RegisterTable, type registerHeads } from '@sinew/core/register/register-heads.ts'
import type { Noun } from '../ui/noun-icons.ts'
import { type MenuPath, paths } from './paths.ts'

export type NavigationItem = {
  readonly title: string
  /** A page, or the list of a register. */
  readonly path: MenuPath | RegisterPath
  /** The rights that its page needs; left out: the right to read the register. */
  readonly reads?: readonly Permission[]
  readonly noun: Noun
  /** Pressed after `g`. */
  readonly key: string
}

type RegisterPath = `/o/$slug/${(typeof registerHeads)[number]['plural']}`

export type NavigationGroup = {
  readonly title: string
  /** Whether it is open for who has not said otherwise. */
  readonly isOpen: boolean
  readonly items: readonly NavigationItem[]
}

const listOf = (table: RegisterTable): RegisterPath => `/o/$slug/${headOf(table).plural}` as RegisterPath

/** The menu, ⌘K and the `g …` keys. What has no screen in the router is left out of all three, and so is what the reader may not read. */
export const navigation: readonly NavigationGroup[] = [
  {
    title: 'Today',
    isOpen: true,
    items: [
      { title: 'My work', path: paths.my, reads: ['work:read'], noun: 'work', key: '1' },
      { title: 'Pulse', path: paths.pulse, reads: ['chain:read'], noun: 'pulse', key: 'p' },
      { title: 'Look ahead', path: paths.lookAhead, reads: ['chain:read'], noun: 'lookAhead', key: 'f' },
      { title: 'Readiness', path: paths.readiness, reads: ['chain:read'], noun: 'readiness', key: 'z' },
    ],
  },
  {
    title: 'Chain',
    isOpen: true,
    items: [
      { title: 'Risks', path: paths.risks, reads: ['risk:read'], noun: 'risk', key: 'r' },
      { title: 'Treatment', path: paths.treatment, reads: ['risk:read'], noun: 'treatment', key: 't' },
      { title: 'Controls', path: paths.controls, reads: ['control:read'], noun: 'control', key: 'c' },
      { title: 'Evidence', path: paths.evidence, reads: ['evidence:read'], noun: 'evidence', key: 'e' },
      { title: 'Statement of Applicability', path: paths.soa, reads: ['soa:read'], noun: 'soa', key: 's' },
      { title: 'Assets', path: paths.assets, reads: ['asset:read'], noun: 'asset', key: 'a' },
      { title: 'Obligations', path: paths.obligations, reads: ['obligation:read'], noun: 'obligation', key: 'o' },
    ],
  },
  {
    title: 'Figures',
    isOpen: false,
    items: [
      { title: 'Loss', path: paths.loss, reads: ['chain:read'], noun: 'loss', key: 'v' },
      { title: 'What if', path: paths.whatIf, reads: ['chain:read', 'risk:read'], noun: 'whatIf', key: 'w' },
      { title: 'Insurance', path: paths.insurance, reads: ['risk:read'], noun: 'insurance', key: 'i' },
      { title: 'Occurrences', path: paths.occurrences, reads: ['occurrence:read'], noun: 'occurrence', key: 'h' },
      { title: 'Back-testing', path: paths.backTest, reads: ['occurrence:read'], noun: 'backTest', key: 'b' },
      { title: 'Calibration', path: paths.calibration, reads: ['calibration:own'], noun: 'calibration', key: 'k' },
    ],
  },
  {
    title: 'Organisation',
    isOpen: false,
    items: [
      { title: 'Context', path: listOf('scope_version'), noun: 'scope', key: 'x' },
      { title: 'Leadership', path: listOf('isms_role'), noun: 'role', key: '5' },
      { title: 'Objectives', path: listOf('objective'), noun: 'objective', key: 'j' },
      { title: 'People', path: paths.people, reads: ['person:read'], noun: 'person', key: 'u' },
      { title: 'Documents', path: listOf('document'), noun: 'document', key: 'd' },
      { title: 'To read', path: paths.reading, reads: ['acknowledgement:own'], noun: 'acknowledgement', key: '8' },
    ],
  },
  {
    title: 'Operation',
    isOpen: false,
    items: [
      { title: 'Changes and operation', path: listOf('planned_change'), noun: 'change', key: 'y' },
      { title: 'Incidents', path: listOf('incident'), noun: 'incident', key: '4' },
      { title: 'Suppliers', path: listOf('supplier'), noun: 'supplier', key: '2' },
      { title: 'Report something', path: paths.report, reads: ['incident:report'], noun: 'report', key: '3' },
    ],
  },
  {
    title: 'Check and improve',
    isOpen: false,
    items: [
      { title: 'Audits and certification', path: listOf('audit'), noun: 'audit', key: 'q' },
      { title: 'Nonconformities', path: listOf('nonconformity'), noun: 'nonconformity', key: 'n' },
    ],
  },
  {
    title: 'Set-up',
    isOpen: false,
    items: [
      { title: 'Methodology', path: paths.methodology, reads: ['methodology:read'], noun: 'methodology', key: 'm' },
      { title: 'Ledger', path: paths.ledger, reads: ['ledger:read'], noun: 'ledger', key: 'l' },
      { title: 'Settings', path: paths.settings, reads: ['organization:read'], noun: 'settings', key: ',' },
    ],
  },
]
