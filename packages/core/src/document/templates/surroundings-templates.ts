import type { DocumentTemplate } from '../document-template.ts'

/** Rules for personal data and for places. */
export const surroundingsTemplates: readonly DocumentTemplate[] = [
  {
    id: 'privacy',
    title: 'Protection of personal data',
    kind: 'topic_policy',
    item: 'other',
    sentence: 'How personal data is handled lawfully, sparingly and safely.',
    clauses: [],
    controls: ['A.5.34', 'A.5.31', 'A.8.11', 'A.8.12'],
    cadenceDays: 365,
    text: `
# Purpose

{{organization}} handles data about people: customers and their users, staff, applicants, partners. This policy says how we do that lawfully, sparingly and safely, and what everybody has to do for it.

# Roles

Where we decide why and how data is used, we are responsible for it under data protection law. Where we handle it for a customer, we do what the customer's written instructions say. {{owner}} owns this policy. [[Name the data protection officer or contact]] advises, watches, and is whom people and authorities talk to. Each processing has an owner in the business.

# Principles

1. **A reason.** Data is handled for a purpose that was named before and on a legal basis that is written down.
2. **No more than needed.** What the purpose does not ask for is not collected, not shown and not kept.
3. **Right.** Wrong data is corrected; people can tell us.
4. **Not longer than needed.** Each kind has a retention rule; what is over is deleted or made anonymous.
5. **Safe.** Personal data is at least confidential, special kinds such as health data are restricted.
6. **Explained.** People are told in plain words what we do with their data.

# What we keep up

- A record of processing activities, reviewed by its owners once a year.
- Agreements with everybody who handles data for us, before they begin, and a list of them.
- An assessment of the consequences for people before a new processing with high risk begins.
- A check before data leaves the European Economic Area [[or the region that applies to you]].

# Rights of people

A request to see, correct, delete, move or stop the use of data can come in any form to anybody. Pass it on the same day. The data protection contact answers within one month, after checking who asks.

# In daily work

- Use personal data for your task only. Curiosity is no task.
- Show and export as few fields as possible; mask what is not needed on screens and in reports.
- No real personal data in tests, demonstrations, tickets or AI assistants that were not approved for it.
- Send it encrypted and to checked recipients. Exports of many records are approved and logged.

# When something goes wrong

A breach is any loss, change or disclosure that was not meant, even a mail to a wrong address. Report it at once. The contact and the incident lead decide within 72 hours of knowing whether the authority is told, and without delay whether people are. As a processor we tell the customer without delay, as agreed. Every breach stands in the register, reported or not.

# Privacy from the start

New features and purchases go through a short privacy check in their design: which data, why, how long, who sees it, what is the mildest way.

# Review

Once a year, and whenever law, guidance of authorities or our services change.
`,
  },
  {
    id: 'physical-security',
    title: 'Physical security',
    kind: 'topic_policy',
    item: 'other',
    sentence: 'Who gets in, what is locked, and what happens in fire, water and power failures.',
    clauses: [],
    controls: ['A.7.1', 'A.7.2', 'A.7.3', 'A.7.4', 'A.7.5', 'A.7.6', 'A.7.8', 'A.7.11', 'A.7.14'],
    cadenceDays: 365,
    text: `
# Purpose

This policy protects the places where {{organization}} works and the equipment in them against people who should not be there and against fire, water, heat and failing power. It applies to every site in the register of sites. Homes follow the policy on remote work; data centres and cloud regions of providers are covered by their contracts and certificates.

# Zones

| Zone | Where | Who gets in |
| --- | --- | --- |
| Public | Entrance, meeting room at the door | Everybody |
| Work | Offices | Staff with a key or card; visitors accompanied |
| Secure | [[Server room, archive, room with network equipment]] | Named people; others accompanied and recorded |

Doors of work zones are closed; doors of secure zones lock themselves. Windows on the ground floor are closed when nobody is there. The last person to leave locks up and sets the alarm.

# Keys, cards and visitors

Keys and cards are issued to a person against signature, are not lent, and come back on the last day. The list is checked against the list of people every quarter. A lost one is reported the same day; the card is blocked or the lock changed.

Visitors are announced, sign in, wear a badge and are accompanied. Deliveries are taken at the door. Whoever meets a stranger without a badge asks kindly whether they can help.

# Watching

Entrances and secure zones are watched by [[alarm, camera]]. Recordings are seen by named people only, for a reason, and are deleted after [[number]] days. People are told by a sign. The alarm is tested twice a year.

# Working in secure zones

Nobody works there alone and unseen for long. No photographs, no food. What is done on equipment is written down.

# Fire, water, power, heat

Smoke detectors, extinguishers and escape routes are as the law asks for and are tested once a year. Equipment does not stand under water pipes. Network equipment that work depends on has power for at least [[number]] minutes after a failure, tested twice a year. Temperature in the server room is watched and reported.

# Equipment

Equipment is placed where it cannot be seen, knocked over or tapped easily. Cables are protected. Repairs are done by known people; before a device leaves, its data is removed or encrypted. Before disposal or reuse, storage is wiped or destroyed with a record. Equipment leaves a site with permission.

# Clear desks

Confidential paper is locked away and whiteboards are wiped at the end of the day. Printers give out confidential pages only to the person who is there.

# Checks

{{owner}} walks through every site twice a year with this policy in hand and records what was found. The policy is reviewed once a year and when a site is opened, changed or closed.
`,
  },
]
