import { headOf, type RegisterTable, type registerHeads } from '@sinew/core/register/register-heads.ts'
import type { Noun } from '../ui/noun-icons.ts'
import { type MenuPath, paths } from './paths.ts'

export type NavigationItem = {
  readonly title: string
  /** A page, or the list of a register. */
  readonly path: MenuPath | RegisterPath
  readonly noun: Noun
  /** Pressed after `g`. */
  readonly key: string
}

type RegisterPath = `/o/$slug/${(typeof registerHeads)[number]['plural']}`

export type NavigationGroup = { readonly title: string | null; readonly items: readonly NavigationItem[] }

const listOf = (table: RegisterTable): RegisterPath => `/o/$slug/${headOf(table).plural}` as RegisterPath

/** The menu, ⌘K and the `g …` keys. What has no screen in the router is left out of all three. */
export const navigation: readonly NavigationGroup[] = [
  {
    title: null,
    items: [
      { title: 'My work', path: paths.my, noun: 'work', key: '1' },
      { title: 'Pulse', path: paths.pulse, noun: 'pulse', key: 'p' },
      { title: 'Look ahead', path: paths.lookAhead, noun: 'lookAhead', key: 'f' },
      { title: 'Readiness', path: paths.readiness, noun: 'readiness', key: 'z' },
    ],
  },
  {
    title: 'Management',
    items: [
      { title: 'Audits and certification', path: listOf('audit'), noun: 'audit', key: 'q' },
      { title: 'Context', path: listOf('scope_version'), noun: 'scope', key: 'x' },
      { title: 'Objectives', path: listOf('objective'), noun: 'objective', key: 'j' },
      { title: 'Changes and operation', path: listOf('planned_change'), noun: 'change', key: 'y' },
      { title: 'Nonconformities', path: listOf('nonconformity'), noun: 'nonconformity', key: 'n' },
      { title: 'Leadership', path: listOf('isms_role'), noun: 'role', key: '5' },
      { title: 'Documents', path: listOf('document'), noun: 'document', key: 'd' },
      { title: 'To read', path: paths.reading, noun: 'acknowledgement', key: '8' },
    ],
  },
  {
    title: 'Risk',
    items: [
      { title: 'Risks', path: paths.risks, noun: 'risk', key: 'r' },
      { title: 'Loss', path: paths.loss, noun: 'loss', key: 'v' },
      { title: 'Treatment', path: paths.treatment, noun: 'treatment', key: 't' },
      { title: 'Occurrences', path: paths.occurrences, noun: 'occurrence', key: 'h' },
      { title: 'Back-testing', path: paths.backTest, noun: 'backTest', key: 'b' },
      { title: 'Calibration', path: paths.calibration, noun: 'calibration', key: 'k' },
      { title: 'What if', path: paths.whatIf, noun: 'whatIf', key: 'w' },
      { title: 'Insurance', path: paths.insurance, noun: 'insurance', key: 'i' },
      { title: 'Assets', path: paths.assets, noun: 'asset', key: 'a' },
      { title: 'Obligations', path: paths.obligations, noun: 'obligation', key: 'o' },
    ],
  },
  {
    title: 'Operation',
    items: [
      { title: 'Incidents', path: listOf('incident'), noun: 'incident', key: '4' },
      { title: 'Suppliers', path: listOf('supplier'), noun: 'supplier', key: '2' },
      { title: 'Report something', path: paths.report, noun: 'report', key: '3' },
    ],
  },
  {
    title: 'Proof',
    items: [
      { title: 'Controls', path: paths.controls, noun: 'control', key: 'c' },
      { title: 'Evidence', path: paths.evidence, noun: 'evidence', key: 'e' },
      { title: 'Statement of Applicability', path: paths.soa, noun: 'soa', key: 's' },
    ],
  },
  {
    title: 'Organisation',
    items: [
      { title: 'People', path: paths.people, noun: 'person', key: 'u' },
      { title: 'Methodology', path: paths.methodology, noun: 'methodology', key: 'm' },
      { title: 'Ledger', path: paths.ledger, noun: 'ledger', key: 'l' },
      { title: 'Settings', path: paths.settings, noun: 'settings', key: ',' },
    ],
  },
]
