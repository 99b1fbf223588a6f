export const planPhases = {
  start: 'Start',
  context: 'Context and scope',
  policy: 'Policy and method',
  risk: 'Risk and statement',
  build: 'Build controls',
  operate: 'Operate and measure',
  check: 'Check',
  stage1: 'Stage 1',
  stage2: 'Stage 2',
} as const

export type PlanPhase = keyof typeof planPhases

export type TemplateTask = {
  readonly key: string
  readonly phase: PlanPhase
  readonly title: string
  readonly days: number
  readonly after: readonly string[]
}

function task(key: string, phase: PlanPhase, title: string, days: number, ...after: readonly string[]): TemplateTask {
  return { key, phase, title, days, after }
}

/** The way of a company of some fifty people from nothing to the certificate, in about nine months of calendar days. */
export const planTemplate: readonly TemplateTask[] = [
  task('mandate', 'start', 'Mandate, sponsor and budget', 10),
  task('body', 'start', 'Offers of three certification bodies, dates booked', 30, 'mandate'),
  task('issues', 'context', 'Issues, with the decision on climate change', 10, 'mandate'),
  task('parties', 'context', 'Interested parties and what they require', 10, 'mandate'),
  task('legal', 'context', 'Register of laws and contracts', 15, 'mandate'),
  task('scope', 'context', 'Scope and its borders', 7, 'issues', 'parties'),
  task('roles', 'context', 'Roles and responsibilities', 7, 'scope'),
  task('gap', 'context', 'Gap analysis against clauses and controls', 10, 'scope'),
  task('policy', 'policy', 'Information security policy signed', 14, 'scope'),
  task('method', 'policy', 'Risk method with criteria approved', 14, 'scope'),
  task('documents', 'policy', 'Control of documents', 14, 'policy'),
  task('inventory', 'policy', 'Inventory of assets and suppliers, classified', 14, 'scope'),
  task('objectives', 'policy', 'Objectives with measures', 14, 'policy'),
  task('workshops', 'risk', 'Risk workshops with owners', 21, 'method', 'inventory'),
  task('treatment', 'risk', 'Treatment decided, plan approved by owners', 10, 'workshops'),
  task('soa', 'risk', 'Statement of applicability approved', 7, 'treatment', 'legal'),
  task('policies', 'build', 'Topic policies written and approved', 45, 'soa'),
  task('access', 'build', 'Single sign-on, second factor, joiners and leavers', 45, 'soa'),
  task('operations', 'build', 'Logging, vulnerabilities, endpoints, backup', 45, 'soa'),
  task('development', 'build', 'Secure development and change', 45, 'soa'),
  task('suppliers', 'build', 'Suppliers reviewed and agreements signed', 60, 'soa'),
  task('incidents', 'build', 'Incident and continuity plans exercised', 40, 'soa'),
  task('awareness', 'build', 'Awareness and role training', 30, 'policies'),
  task('evidence', 'operate', 'Three months of records', 90, 'access', 'operations', 'development'),
  task('metrics', 'operate', 'Measures collected and judged', 60, 'objectives', 'operations'),
  task('pentest', 'operate', 'Penetration test and retest', 40, 'development'),
  task('reassess', 'operate', 'Second look at the risks', 14, 'access', 'operations'),
  task(
    'audit',
    'check',
    'Internal audit of all clauses and a sample of controls',
    15,
    'evidence',
    'suppliers',
    'incidents',
    'awareness',
    'documents',
    'roles',
    'gap',
  ),
  task('fix', 'check', 'Nonconformities corrected, causes found', 15, 'audit'),
  task('review', 'check', 'Management review', 5, 'audit', 'metrics', 'reassess', 'pentest'),
  task('stage1', 'stage1', 'Stage 1', 5, 'review', 'body'),
  task('concerns', 'stage1', 'Areas of concern closed', 14, 'stage1', 'fix'),
  task('stage2', 'stage2', 'Stage 2', 7, 'concerns'),
  task('findings', 'stage2', 'Findings corrected and accepted', 14, 'stage2'),
  task('decision', 'stage2', 'Decision of the body', 10, 'findings'),
]
