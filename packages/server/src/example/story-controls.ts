import type { CastKey } from './story-cast.ts'

export type StoryControl = {
  readonly owner: CastKey
  /** Months after the start at which the control was planned, partly and fully in place; left out where it is not yet. */
  readonly planned?: number
  readonly partly?: number
  readonly implemented?: number
  readonly share?: number
  /**
   * How well its evidence is kept: `kept` always on time; `slipped` stopped in spring, so it is stale now; `failing` the newest
   * piece failed; `none` nobody ever attached a thing.
   */
  readonly evidence: 'kept' | 'slipped' | 'failing' | 'none'
  readonly excluded?: string
  readonly description?: string
}

const inPlace = (
  owner: CastKey,
  implemented: number,
  description: string,
  evidence: StoryControl['evidence'] = 'kept',
): StoryControl => ({
  owner,
  planned: Math.max(0, implemented - 2),
  implemented,
  evidence,
  description,
})
const halfway = (
  owner: CastKey,
  partly: number,
  share: number,
  description: string,
  evidence: StoryControl['evidence'] = 'kept',
): StoryControl => ({
  owner,
  planned: Math.max(0, partly - 1),
  partly,
  share,
  evidence,
  description,
})
const plan = (owner: CastKey, planned: number): StoryControl => ({ owner, planned, evidence: 'none' })
const out = (owner: CastKey, excluded: string): StoryControl => ({ owner, evidence: 'none', excluded })

/** All 93, as the example company runs them. */
export const storyControls: Readonly<Record<string, StoryControl>> = {
  'A.5.1': inPlace(
    'mara',
    1,
    'One policy signed by the managing director and twelve topic policies, reviewed every spring.',
  ),
  'A.5.2': inPlace('mara', 1, 'Roles in one table, named persons, deputies for the three that matter.'),
  'A.5.3': inPlace('stefan', 2, 'Two persons for payments above 5,000 euros and for production changes.'),
  'A.5.4': inPlace('mara', 2, 'Security is a point of the monthly management meeting.'),
  'A.5.5': inPlace('stefan', 2, 'Contact list of authorities and the cyber response centre, tried in the exercise.'),
  'A.5.6': inPlace('aiko', 3, 'Member of the healthcare sharing circle and two mailing lists.'),
  'A.5.7': halfway('aiko', 5, 0.5, 'Feeds are read; the monthly note to engineering is new.'),
  'A.5.8': inPlace('jana', 3, 'A security section in every project brief.'),
  'A.5.9': inPlace('luca', 2, 'Inventory fed by device management and the cloud; reviewed each quarter.'),
  'A.5.10': inPlace('noor', 2, 'Acceptable use, signed by everybody, with a chapter on AI tools.'),
  'A.5.11': inPlace('noor', 2, 'Return list in the leaver checklist.'),
  'A.5.12': inPlace('tomas', 2, 'Four classes with examples.'),
  'A.5.13': halfway('tomas', 6, 0.5, 'Labels in documents; not yet in the customer care desk.', 'none'),
  'A.5.14': inPlace('ruth', 3, 'Exports only through the portal, with the recipient checked twice.', 'slipped'),
  'A.5.15': inPlace('luca', 2, 'Roles by team, requests in the ticket system.'),
  'A.5.16': inPlace('luca', 2, 'One identity a person; service accounts have owners.'),
  'A.5.17': inPlace('luca', 2, 'Password manager for all, passkeys for administrators.'),
  'A.5.18': inPlace('luca', 3, 'Quarterly review per system, removals recorded.', 'slipped'),
  'A.5.19': inPlace('stefan', 3, 'Supplier policy, criticality by data and dependency.'),
  'A.5.20': inPlace('stefan', 3, 'Security annex and processing agreement in each critical contract.'),
  'A.5.21': halfway('aiko', 5, 0.6, 'Dependency scanning in every build; no review of build tools yet.'),
  'A.5.22': inPlace('ruth', 4, 'Yearly review of critical suppliers.', 'slipped'),
  'A.5.23': inPlace('priya', 3, 'Rules for cloud use, exit notes for the two main services.'),
  'A.5.24': inPlace('tomas', 3, 'Incident plan with roles, clocks and templates.'),
  'A.5.25': inPlace('tomas', 3, 'Triage table used by customer care and on-call.'),
  'A.5.26': inPlace('jana', 3, 'On-call rota and runbooks.'),
  'A.5.27': inPlace('tomas', 4, 'Review within ten days of each incident.'),
  'A.5.28': halfway('aiko', 7, 0.5, 'Log export is described; never tried.', 'none'),
  'A.5.29': inPlace('jana', 4, 'Continuity plan for the service and customer care.'),
  'A.5.30': inPlace('priya', 4, 'Recovery objectives per system, exercised once a year.'),
  'A.5.31': inPlace('stefan', 2, 'Register of laws and contracts, reviewed twice a year.'),
  'A.5.32': inPlace('jana', 4, 'Licence scan in the build.'),
  'A.5.33': inPlace('stefan', 4, 'Retention schedule and write-protected archive.'),
  'A.5.34': inPlace('stefan', 3, 'Record of processing, impact assessment for intake.'),
  'A.5.35': plan('tomas', 9),
  'A.5.36': halfway('tomas', 7, 0.4, 'Policy checks in the build; no check of the office rules yet.', 'none'),
  'A.5.37': halfway('priya', 5, 0.6, 'Runbooks for the ten main procedures; failover is being written.'),
  'A.6.1': inPlace(
    'noor',
    2,
    'References and identity for everybody, certificate of conduct for access to patient data.',
  ),
  'A.6.2': inPlace('noor', 2, 'Clause in each contract.'),
  'A.6.3': inPlace('noor', 3, 'Training at the start and each year, phishing simulation each quarter.'),
  'A.6.4': inPlace('noor', 3, 'Described in the staff handbook.'),
  'A.6.5': inPlace('noor', 2, 'Leaver checklist shared by people and IT.'),
  'A.6.6': inPlace('noor', 2, 'Confidentiality in contracts, agreements with contractors.'),
  'A.6.7': inPlace('luca', 3, 'Managed laptops only, home network guidance.'),
  'A.6.8': inPlace('tomas', 3, 'One button in chat, one address, no blame.'),
  'A.7.1': inPlace('luca', 2, 'Rented floor with its own door.'),
  'A.7.2': inPlace('luca', 2, 'Badges, visitors are met at the door.'),
  'A.7.3': inPlace('luca', 2, 'Meeting rooms cannot be seen into; the network cabinet is locked.'),
  'A.7.4': inPlace('luca', 4, 'Alarm and camera at the entrance, run by the building.', 'none'),
  'A.7.5': inPlace('luca', 3, 'Fire and water assessment with the landlord.'),
  'A.7.6': out(
    'luca',
    'The office has no secure area: no servers, no vault and no room where restricted data are handled on paper (site list, Rotterdam floor plan of January).',
  ),
  'A.7.7': inPlace('luca', 2, 'Screens lock after five minutes, clear desks at night.'),
  'A.7.8': inPlace('luca', 3, 'Equipment away from windows and the kitchen.'),
  'A.7.9': inPlace('luca', 3, 'Rules for travel; devices can be wiped from afar.'),
  'A.7.10': inPlace('luca', 3, 'Removable media are blocked.'),
  'A.7.11': inPlace('luca', 4, 'Second internet line in the office.'),
  'A.7.12': inPlace('luca', 4, 'Patch cabinet locked, plan up to date.', 'none'),
  'A.7.13': inPlace('luca', 4, 'Laptop warranty and repair through one supplier.', 'none'),
  'A.7.14': inPlace('luca', 4, 'Wiped by device management, certificates from the recycler.'),
  'A.8.1': inPlace('luca', 2, 'Device management with encryption, patching and screen lock.'),
  'A.8.2': inPlace('priya', 2, 'Three administrators, elevation for one hour, alert on use.'),
  'A.8.3': inPlace('jana', 3, 'Row-level isolation by clinic, tests in every build.'),
  'A.8.4': inPlace('jana', 2, 'Protected branches, two reviewers, secret scanning.'),
  'A.8.5': inPlace('luca', 2, 'Second factor for all, hardware keys for administrators.'),
  'A.8.6': inPlace('priya', 4, 'Dashboards with thresholds.', 'slipped'),
  'A.8.7': inPlace('luca', 2, 'Endpoint protection on all laptops, tamper protected.'),
  'A.8.8': inPlace('aiko', 3, 'Scans each week, terms by severity.'),
  'A.8.9': inPlace('priya', 4, 'Baselines as code, drift reported by the posture scanner.'),
  'A.8.10': halfway('stefan', 6, 0.5, 'Deletion jobs for the product; the care desk is by hand.', 'failing'),
  'A.8.11': halfway('jana', 6, 0.6, 'Masked copies for support; not yet for analytics.', 'none'),
  'A.8.12': plan('luca', 8),
  'A.8.13': inPlace('priya', 2, 'Hourly snapshots, daily copy in a second account, restore test twice a year.'),
  'A.8.14': inPlace('priya', 4, 'Two zones, failover tried twice a year.'),
  'A.8.15': inPlace('priya', 3, 'Central log store with 400 days, write once.'),
  'A.8.16': halfway('aiko', 5, 0.7, 'Thirty detection rules; nights are covered by on-call.'),
  'A.8.17': inPlace('priya', 4, 'Cloud time source everywhere.'),
  'A.8.18': inPlace('priya', 5, 'Database console only by elevation.'),
  'A.8.19': inPlace('luca', 4, 'Software catalogue; nobody has local administrator rights.'),
  'A.8.20': inPlace('priya', 3, 'Rules as code, reviewed twice a year; attack filtering at the edge.'),
  'A.8.21': inPlace('priya', 4, 'Register of network services with their terms.'),
  'A.8.22': inPlace('priya', 3, 'Separate networks for production, staging and office.'),
  'A.8.23': inPlace('luca', 4, 'DNS filter on all laptops.'),
  'A.8.24': inPlace('priya', 3, 'Encryption at rest and in transit, keys in the cloud key store.'),
  'A.8.25': inPlace('jana', 3, 'Life cycle with threat modelling for larger changes.'),
  'A.8.26': inPlace('aiko', 4, 'Security requirements in the definition of ready.', 'slipped'),
  'A.8.27': inPlace('jana', 4, 'Architecture principles and a monthly review.'),
  'A.8.28': inPlace('aiko', 3, 'Standard, review checklist and static analysis.'),
  'A.8.29': inPlace('aiko', 4, 'Security tests in the build, yearly penetration test.', 'failing'),
  'A.8.30': out(
    'jana',
    'No code is written outside the company: the one contractor agreement ended in January and the scope statement lists no outsourced development.',
  ),
  'A.8.31': inPlace('priya', 3, 'Separate accounts; promotion only through the pipeline.'),
  'A.8.32': inPlace(
    'jana',
    3,
    'Every change reviewed, tested and reversible; emergency changes reviewed the next day.',
  ),
  'A.8.33': inPlace('jana', 5, 'Generated test data only.'),
  'A.8.34': inPlace('tomas', 6, 'Rules of engagement for each test.'),
}
