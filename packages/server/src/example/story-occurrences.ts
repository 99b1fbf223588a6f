import type { CastKey } from './story-cast.ts'

export type StoryOccurrence = {
  /** The day it happened; it is told two days later. */
  readonly day: number
  readonly threat: string
  readonly who: CastKey
  readonly title: string
  /** What it cost in euros; `near` for a near miss, `open` where it is not known yet. */
  readonly euros: number | 'near' | 'open'
  readonly source: string
}

/** What happened on risks without being handled as an incident; those are in story-incidents.ts. */
export const storyOccurrences: readonly StoryOccurrence[] = [
  phishing(44, 'Intern typed a password on a forged sign-in page', 2_900, 'Service desk 3107'),
  phishing(72, 'Forged parcel notice reported by three people', 'near', 'Reported phish'),
  phishing(131, 'Forged invoice from a known supplier reported in time', 'near', 'Reported phish'),
  phishing(165, 'Support account used from another country', 6_200, 'Sign-in alert'),
  phishing(194, 'Forged message of the managing director reported', 'near', 'Reported phish'),
  phishing(226, 'Approved a second factor that nobody had asked for', 4_300, 'Sign-in alert'),
  phishing(258, 'Forged survey reported by customer care', 'near', 'Reported phish'),
  phishing(289, 'Password of the ticket system typed on a forged page', 3_800, 'Service desk 3391'),
  phishing(325, 'Forged calendar invitation reported', 'near', 'Reported phish'),
  change(58, 'Reminders were sent twice for a day', 1_900),
  change(124, 'Booking page down for fifty minutes after a release', 7_800),
  change(209, 'Time zones of two clinics shifted by an hour', 4_100),
  change(296, 'Search found no open slots for half a day', 5_600),
  misdelivery(88, 'Waiting list sent to the sister clinic', 700),
  misdelivery(151, 'Export of March attached to the wrong ticket', 1_200),
  misdelivery(176, 'Export stopped at the check before sending', 'near'),
  misdelivery(198, 'Contact list sent to a clinic of the same name', 2_400),
  misdelivery(236, 'Old recipient still in the nightly export', 1_600),
  misdelivery(309, 'Report for the insurer sent to a clinic', 900),
  {
    day: 172,
    threat: 'T-lost-asset',
    who: 'luca',
    title: 'Laptop stolen from a car in Utrecht',
    euros: 2_150,
    source: 'Police report, service desk 3250',
  },
  {
    day: 251,
    threat: 'T-lost-asset',
    who: 'luca',
    title: 'Laptop left in a train and handed in the same evening',
    euros: 'near',
    source: 'Service desk 3344',
  },
  {
    day: 263,
    threat: 'T-ddos',
    who: 'priya',
    title: 'Forty minutes of flooding before the holiday',
    euros: 3_400,
    source: 'On-call log',
  },
  {
    day: 341,
    threat: 'T-ai-disclosure',
    who: 'noor',
    title: 'Intake notes pasted into a translation tool',
    euros: 'open',
    source: 'Told by the team itself',
  },
]

type Told = Pick<StoryOccurrence, 'euros'>['euros']

function phishing(day: number, title: string, euros: Told, source: string): StoryOccurrence {
  return { day, threat: 'T-credential-phishing', who: 'luca', title, euros, source }
}

function change(day: number, title: string, euros: Told): StoryOccurrence {
  return { day, threat: 'T-failed-change', who: 'jana', title, euros, source: 'Incident channel' }
}

function misdelivery(day: number, title: string, euros: Told): StoryOccurrence {
  return { day, threat: 'T-misdelivery', who: 'ruth', title, euros, source: 'Register of data breaches' }
}
