import type { CastKey } from './story-cast.ts'

export type StoryAction = {
  readonly risk: string
  readonly control: string
  readonly title: string
  readonly owner: CastKey
  readonly planned: number
  readonly due: number
  readonly euros: number
  readonly moved?: { readonly day: number; readonly due: number; readonly why: string }
  readonly done?: number
}

export const storyActions: readonly StoryAction[] = [
  {
    risk: 'T-ransomware-phishing',
    control: 'A.8.13',
    title: 'Copy backups to a second account that production cannot reach',
    owner: 'priya',
    planned: 30,
    due: 75,
    euros: 9_000,
    done: 70,
  },
  {
    risk: 'T-ransomware-phishing',
    control: 'A.5.30',
    title: 'Exercise the recovery of the whole service',
    owner: 'priya',
    planned: 45,
    due: 150,
    euros: 4_000,
    done: 146,
  },
  {
    risk: 'T-cloud-admin-takeover',
    control: 'A.8.5',
    title: 'Hardware keys for the three administrators',
    owner: 'luca',
    planned: 30,
    due: 60,
    euros: 600,
    done: 52,
  },
  {
    risk: 'T-tenant-isolation',
    control: 'A.8.29',
    title: 'Isolation tests for every new table in the build',
    owner: 'jana',
    planned: 40,
    due: 130,
    euros: 12_000,
    done: 128,
  },
  {
    risk: 'T-leaked-secrets',
    control: 'A.8.4',
    title: 'Rotate the secrets the first scan found',
    owner: 'aiko',
    planned: 35,
    due: 50,
    euros: 800,
    done: 44,
  },
  {
    risk: 'T-leaver-theft',
    control: 'A.8.12',
    title: 'Choose and set up data leakage rules for mail and drive',
    owner: 'luca',
    planned: 240,
    due: 330,
    euros: 14_000,
    moved: { day: 325, due: 356, why: 'The supplier trial started three weeks late.' },
  },
  {
    risk: 'T-unlawful-processing',
    control: 'A.8.10',
    title: 'Deletion job for the customer care desk',
    owner: 'ruth',
    planned: 180,
    due: 300,
    euros: 7_500,
    moved: { day: 290, due: 395, why: 'The desk supplier announced the interface for spring.' },
  },
  {
    risk: 'T-late-detection',
    control: 'A.8.16',
    title: 'Cover nights with a managed detection service',
    owner: 'aiko',
    planned: 200,
    due: 410,
    euros: 36_000,
  },
  {
    risk: 'T-key-person-loss',
    control: 'A.5.37',
    title: 'Write and try the failover runbook with a second person',
    owner: 'priya',
    planned: 150,
    due: 390,
    euros: 2_000,
  },
  {
    risk: 'T-cloud-storage-exposed',
    control: 'A.8.9',
    title: 'Account-wide block on public storage that no module can take off',
    owner: 'priya',
    planned: 272,
    due: 305,
    euros: 1_200,
    done: 299,
  },
  {
    risk: 'T-malicious-package',
    control: 'A.5.21',
    title: 'Allow-list of build tools with their checksums',
    owner: 'aiko',
    planned: 210,
    due: 345,
    euros: 3_000,
  },
]

export type StoryAcceptance = {
  readonly risk: string
  readonly who: CastKey
  readonly day: number
  readonly rationale: string
}

/**
 * The first of these is the one that reopens: it rests on the restore test of spring, which nobody repeated. The test
 * was still fresh when the owner decided.
 */
export const acceptanceThatReopens: StoryAcceptance = {
  risk: 'T-ransomware-phishing',
  who: 'jana',
  day: 332,
  rationale: 'The recovery exercise and the restore test hold; what is left is within what the company carries.',
}

export const storyAcceptances: readonly StoryAcceptance[] = [
  acceptanceThatReopens,
  { risk: 'T-burglary', who: 'luca', day: 150, rationale: 'Laptops are encrypted; the office holds no data.' },
  { risk: 'T-ddos', who: 'priya', day: 165, rationale: 'The edge filter held in the last attack.' },
  { risk: 'T-lost-asset', who: 'luca', day: 296, rationale: 'Encryption makes a lost laptop a cost, not a breach.' },
  {
    risk: 'T-bec-payment-diversion',
    who: 'stefan',
    day: 210,
    rationale: 'Two persons and a call back for each new account.',
  },
  {
    risk: 'T-web-injection',
    who: 'aiko',
    day: 220,
    rationale: 'Two penetration tests without a finding of this kind.',
  },
  {
    risk: 'T-key-person-loss',
    who: 'noor',
    day: 230,
    rationale: 'Until the second person is trained the loss is bearable.',
  },
  { risk: 'T-cloud-outage', who: 'priya', day: 240, rationale: 'Two zones and credits from the provider.' },
]
