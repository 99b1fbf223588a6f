import type { DocumentTemplate } from '../document-template.ts'

/** What is measured, told and learned. */
export const planTemplates: readonly DocumentTemplate[] = [
  {
    id: 'measurement-plan',
    title: 'Measurement plan',
    kind: 'plan',
    item: 'measurement-plan',
    sentence: 'What is measured, how, how often, and who looks at it.',
    clauses: ['9.1.what', '9.1.method', '9.1.analyse'],
    controls: ['A.5.36'],
    cadenceDays: 365,
    text: `
# Purpose

This plan says how {{organization}} knows whether its information security and its management system work: what is measured, with which method, when, by whom, and who draws conclusions from it.

# What is worth measuring

A measure earns its place when somebody would act differently on another value. It is read off something that exists, the same way each time, so that values can be compared. What is easy to measure but changes no decision is left out.

# What is measured

| Measure | How it is read | How often | Read by | Looked at by |
| --- | --- | --- | --- | --- |
| Proven expected yearly loss against the appetite | Derived from risks, controls and evidence | continuously | the system | top management |
| Share of applicable controls that are proven | Derived from evidence | continuously | the system | {{owner}} |
| Serious weaknesses older than allowed | Scanner reports | every week | [[name]] | head of technology |
| Accounts of people who have left | Compared with the list of people | every month | [[name]] | {{owner}} |
| Restores that worked on the first try | Restore tests | every quarter | [[name]] | {{owner}} |
| Time from noticing an incident to containing it | Incident register | every quarter | [[name]] | top management |
| Policies acknowledged in time | Acknowledgement campaigns | per campaign | the system | managers |
| Promises of policies that are not kept | Promise list | every month | the system | {{owner}} |

# How values are kept

Each value has its date, its source and whoever read it. A value is not changed afterwards. When a mistake is found, a corrected value is added with a reason. When the method changes, the series says from when, and old values are not compared with new ones as if they were the same.

Raw data is kept where it arises for at least a year, so that a value can be worked out again.

# How results are judged

For each measure there is a target and a limit. A value beyond the limit is looked at within ten working days by whoever looks at the measure: is it a mistake, chance, or a trend? What is to be done becomes an action, and what is not as it should be becomes a nonconformity.

Every quarter {{owner}} puts all measures side by side and says in a page what they mean together. This page is an input of the management review.

# Limits of measuring

A number never replaces a look. Where a measure begins to be managed for its own sake, for example tickets closed without being solved, it is changed or dropped, and that is written down.

# Review

The plan is reviewed once a year: which measures led to a decision, which did not, what was missing when something went wrong.
`,
  },
  {
    id: 'communication-plan',
    title: 'Communication plan',
    kind: 'plan',
    item: 'comm-plan',
    sentence: 'Who tells whom what about information security, when and how.',
    clauses: ['7.4'],
    controls: ['A.5.5', 'A.5.6'],
    cadenceDays: 365,
    text: `
# Purpose

In calm times and in bad ones it is clear who talks with whom about information security at {{organization}}: on what, when, with whom and how.

# Inside

| What | Who tells | Whom | When | How |
| --- | --- | --- | --- | --- |
| Policy and objectives | Top management | Everybody | each year, and with each new version | Message, acknowledgement |
| Rules of a topic | Owner of the topic policy | Those it concerns | with each new version | Acknowledgement, team meeting |
| State of risks and controls | {{owner}} | Top management | every quarter | Report |
| Threats that matter now | Security team | Those who can meet them | when they arise | Chat channel, mail |
| Lessons of an incident | Incident lead | Those who can learn from it | within 20 working days | Meeting, written review |
| Changes that touch security | Owner of the change | Those it concerns | before the change | Change announcement |

# Outside

| What | Who tells | Whom | When | How |
| --- | --- | --- | --- | --- |
| Security of our services | Customer care, with {{owner}} | Customers and prospects | on request | Approved answers, policy, certificate |
| Incident with effect on customers | Incident lead | Customers concerned | as agreed by contract | Mail, status page |
| Breach of personal data | Data protection contact | Authority; people concerned | within 72 hours of knowing of it; without delay where the risk is high | Form of the authority; direct message |
| Weakness found by others | Security contact | Whoever reported it | answer within 3 working days | Published address |
| Security requirements | Buyer of the service | Suppliers | before the contract, and each year | Contract, questionnaire |
| Exchange on threats | Security team | Groups of interest | regularly | [[Name the groups]] |

# Rules for talking outside

- Only those named here speak for {{organization}} on security matters. Everybody else passes questions on, kindly and without guessing.
- What is said is true, is known to be true, and is approved by {{owner}} before it goes out. In an incident, what is not known yet is said to be not known.
- Nothing is told that would help an attacker or harm somebody whose data it is.

# Contacts that are ready

The list of contacts to authorities, emergency services, insurers, providers and groups of interest is kept with the incident plan. It is checked twice a year by calling or writing to each. People who would need it in a failure have it outside of our systems too.

# Records

What went out to authorities, customers and the public is kept with date and sender. Messages of top management are recorded as commitments of management.

# Review

{{owner}} reviews this plan once a year and after every incident in which somebody was told too late, too much or not at all.
`,
  },
  {
    id: 'training-plan',
    title: 'Awareness and training plan',
    kind: 'plan',
    item: 'training-plan',
    sentence: 'What people have to know, how they learn it, and how it is seen that they did.',
    clauses: ['7.2.a', '7.3'],
    controls: ['A.6.3'],
    cadenceDays: 365,
    text: `
# Purpose

People are able to do their part in information security at {{organization}}, know why it matters, and know what happens when they do not. This plan says who learns what, when, and how we see whether it worked.

# What everybody knows

Everybody who works for us can say, in their own words: what our information security policy wants; what their part in it is; how to recognise and report something odd; how to handle information of each class; and what happens when rules are not followed.

| When | What | For whom |
| --- | --- | --- |
| First week | Policy, acceptable use, reporting; acknowledgement of the policies | Everybody who begins |
| Every year | Refresher of an hour, with what happened in the year | Everybody |
| Every quarter | A test message that imitates an attack, followed by a short talk | Everybody |
| With each new version | Reading and acknowledging policies that changed | Those it concerns |

# What some know besides

| Role | Has to be able to | How it is learned |
| --- | --- | --- |
| Developers | Avoid and find the usual weaknesses of the languages we use | Course each year, review of code with others |
| Operators | Harden, watch and restore the systems they run | Course, drills |
| Incident team | Lead and document an incident | Exercise twice a year |
| Risk owners | Estimate, decide and accept | Introduction, calibration questions |
| Internal auditors | Plan, sample, ask and judge | Course in auditing, first audit with another auditor |
| {{owner}} | Run the management system | Course on the standard, exchange with peers |

# How needs are found

For each role it is written down which competence it asks for. Once a year the manager compares that with what the person knows, from education, training and experience. A gap becomes a measure: a course, a mentor, or somebody hired. Until it is closed, somebody else does that part of the work.

# How effect is seen

Attending is not the aim. After a course it is seen whether people do something differently: fewer clicks and more reports in test messages, fewer weaknesses of the trained kind, an exercise that runs better than the last. What shows no effect is changed.

# Records

Who took part in what, when, with which result, and the evidence of competence of each role are kept for as long as the person works here and for three years after that.

# Review

{{owner}} reviews the plan once a year together with those who lead teams, and adds what incidents, audits and new technology ask for.
`,
  },
]
