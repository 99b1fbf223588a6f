import { registerHeads } from '@sinew/core/register/register-heads.ts'

/** Every address of the app. Screens link with `<Link to={paths.risk} params={{ slug, number }}>`. */
export const paths = {
  home: '/',
  signIn: '/sign-in',
  setUp: '/set-up',
  invitation: '/invitation/$token',
  questionnaire: '/questionnaire/$token',
  organizations: '/organizations',
  welcome: '/welcome',
  newOrganization: '/welcome/mine',
  examplePreparing: '/welcome/example',
  account: '/account',
  gallery: '/gallery',
  pulse: '/o/$slug',
  my: '/o/$slug/my',
  work: '/o/$slug/work',
  go: '/o/$slug/go/$entity/$ref',
  calendar: '/o/$slug/calendar',
  lookAhead: '/o/$slug/look-ahead',
  readiness: '/o/$slug/readiness',
  movements: '/o/$slug/movements',
  movement: '/o/$slug/movements/$movementId',
  loss: '/o/$slug/loss',
  risks: '/o/$slug/risks',
  newRisk: '/o/$slug/risks/new',
  heatMap: '/o/$slug/risks/heat-map',
  risk: '/o/$slug/risks/$number',
  calibration: '/o/$slug/calibration',
  calibrationRound: '/o/$slug/calibration/$calibrationRoundId',
  treatment: '/o/$slug/treatment',
  action: '/o/$slug/treatment/$number',
  insurance: '/o/$slug/insurance',
  policy: '/o/$slug/insurance/$number',
  whatIf: '/o/$slug/what-if',
  compareWhatIfs: '/o/$slug/what-if/compare',
  savedWhatIf: '/o/$slug/what-if/$number',
  assets: '/o/$slug/assets',
  asset: '/o/$slug/assets/$number',
  assetGraph: '/o/$slug/assets/web',
  obligations: '/o/$slug/obligations',
  obligation: '/o/$slug/obligations/$number',
  report: '/o/$slug/report',
  occurrences: '/o/$slug/occurrences',
  occurrence: '/o/$slug/occurrences/$number',
  backTest: '/o/$slug/back-test',
  controls: '/o/$slug/controls',
  control: '/o/$slug/controls/$controlRef',
  soa: '/o/$slug/soa',
  soaVersions: '/o/$slug/soa/versions',
  soaVersion: '/o/$slug/soa/versions/$number',
  evidence: '/o/$slug/evidence',
  newEvidence: '/o/$slug/evidence/new',
  evidencePiece: '/o/$slug/evidence/$number',
  collectors: '/o/$slug/collectors',
  collector: '/o/$slug/collectors/$number',
  ingestRun: '/o/$slug/collectors/reports/$ingestRunId',
  people: '/o/$slug/people',
  person: '/o/$slug/people/$number',
  methodology: '/o/$slug/methodology',
  ledger: '/o/$slug/ledger',
  deleted: '/o/$slug/ledger/deleted',
  settings: '/o/$slug/settings',
  members: '/o/$slug/settings/members',
  accessLog: '/o/$slug/settings/access-log',
  tokens: '/o/$slug/settings/tokens',
  mail: '/o/$slug/settings/mail',
  firstChain: '/o/$slug/first-chain',
  documentCoverage: '/o/$slug/document-coverage',
  documentEditor: '/o/$slug/documents/$number/edit',
  documentVersion: '/o/$slug/documents/$number/versions/$versionNumber',
  reading: '/o/$slug/reading',
  read: '/o/$slug/reading/$acknowledgementRequestId',
  raci: '/o/$slug/raci',
  register: '/o/$slug/$register',
  registered: '/o/$slug/$register/$number',
} as const

export type Path = (typeof paths)[keyof typeof paths]

export type NamesIn<P extends string> = P extends `${string}$${infer Name}/${infer Rest}`
  ? Name | NamesIn<Rest>
  : P extends `${string}$${infer Name}`
    ? Name
    : never

/** What a path needs besides the organisation's slug, which is filled in from the page around. */
export type ParamsOf<P extends Path> = Readonly<Record<Exclude<NamesIn<P>, 'slug'>, string | number>>

/** Pages of an organisation that need nothing else: what a menu can hold. */
export type MenuPath = {
  [P in Path]: NamesIn<P> extends 'slug' ? ('slug' extends NamesIn<P> ? P : never) : never
}[Path]

/** Fills the parameters of a path: for addresses outside of links. */
export function pathTo(path: Path, params: Readonly<Record<string, string | number>> = {}): string {
  return path.replace(/\$(\w+)/g, (_, name: string) => {
    const value = params[name]
    if (value === undefined) throw new Error(`The path ${path} needs ${name}.`)
    return encodeURIComponent(String(value))
  })
}

type Page = { readonly to: Path; readonly params: Readonly<Record<string, string>> }

const numbered: Readonly<Record<string, Path>> = {
  R: paths.risk,
  E: paths.evidencePiece,
  CO: paths.collector,
  O: paths.obligation,
  OC: paths.occurrence,
  T: paths.action,
  AS: paths.asset,
  W: paths.savedWhatIf,
  IP: paths.policy,
  P: paths.person,
}

const byEntity: Readonly<Record<string, Path>> = {
  collector: paths.collectors,
  methodology: paths.methodology,
  person: paths.people,
  portfolio: paths.loss,
}

/**
 * The page of an object a number came from, by what people call it (`R-12`, `A.8.13`, `C-4`); where that says nothing, the
 * list its kind stands in. Null when there is neither.
 */
export function pageOf({ entity, ref }: { readonly entity: string; readonly ref: string }): Page | null {
  if (/^(A\.[5-8]\.\d+|C-\d+)$/.test(ref)) return { to: paths.control, params: { controlRef: ref } }
  const [, letters = '', number = ''] = /^([A-Z]+)-(\d+)$/.exec(ref) ?? []
  const to = numbered[letters]
  if (to !== undefined) return { to, params: { number } }
  const head = registerHeads.find((one) => one.letters === letters)
  if (head !== undefined) return { to: paths.registered, params: { register: head.plural, number } }
  const list = byEntity[entity]
  return list === undefined ? null : { to: list, params: {} }
}
