import type { DocumentTemplate } from '../document-template.ts'

/** What the management system stands on: scope, policy, and how risks are assessed and treated. */
export const foundationTemplates: readonly DocumentTemplate[] = [
  {
    id: 'scope',
    title: 'Scope of the information security management system',
    kind: 'policy',
    item: 'scope',
    sentence: 'What the ISMS covers, what it leaves out, and where it meets others.',
    clauses: ['4.3'],
    controls: [],
    cadenceDays: 365,
    text: `
# Purpose

This document says to which part of {{organization}} the information security management system (ISMS) applies. Whoever reads our certificate, buys from us or audits us can tell from it what is covered and what is not.

# What is covered

{{scope}}

The ISMS covers the information that is handled in this work, whatever form it has: in applications, on devices, on paper and in the heads of people. It covers the people who do this work, whether they are employed here or work for us under contract, and the technology they use.

## Organisation and sites

[[Name the units and teams that are covered, and the sites they work from. Say whether work from home is covered.]]

The sites are listed in the register of sites. A site that is not in scope has its reason there.

## Services and information

[[Name the services that customers buy from us and the main kinds of information that are handled for them.]]

# What is left out

[[Name what is not covered, each with its reason. Leave out nothing that the security of what is covered depends on.]]

An exclusion does not lower our duty towards customers and the law. Where something outside of the scope can harm something inside of it, that is treated as a risk.

# Where we meet others

Work in scope depends on others and others depend on it. At each of these points it is agreed who is responsible for what:

| Where | Who is on the other side | What is agreed, and where |
| --- | --- | --- |
| Cloud infrastructure | The provider | Contract; shared responsibility as described by the provider |
| Software that we use | Its makers | Contract, terms of service |
| Personal data of customers | The customer | Agreement on data processing |
| [[Another interface]] | [[Who]] | [[What]] |

# What was taken into account

When this scope was set, we looked at the issues inside and outside of {{organization}} that matter to information security, climate change among them, at what interested parties require of us, and at the interfaces named above. These are kept in their own registers and are reviewed together with this document.

# Who keeps this up to date

{{owner}} owns this document. It is reviewed once a year, and at once when a service, a site, a unit or an important supplier is added or given up. A change of the scope is planned as a change of the ISMS before it is made, and the Statement of Applicability is looked at again with it. The wording on a certificate always matches this document.
`,
  },
  {
    id: 'is-policy',
    title: 'Information security policy',
    kind: 'policy',
    item: 'is-policy',
    sentence: 'What top management wants of information security, and commits itself to.',
    clauses: ['5.2', '5.1'],
    controls: ['A.5.1', 'A.5.4'],
    cadenceDays: 365,
    text: `
# Why this matters to us

{{organization}} lives from the trust that information is safe with us: that it is seen only by those who should see it, that it is right, and that it is there when it is needed. This policy says what top management expects, what it commits itself to, and what everybody who works for us does about it.

# Where it applies

The policy applies to everybody who works for {{organization}}, employed or not, and to all information in the scope of our management system:

> {{scope}}

# What we want to reach

- Information of customers, partners and our own people is protected according to what its loss, change or disclosure would cost them and us.
- We know our risks in money and in words, and we take no risk above what top management has said it is willing to bear.
- What we say we do, we can show. A control counts as far as evidence proves it, and evidence ages.
- Incidents are noticed early, handled calmly, and learned from.

Measurable objectives follow from these aims. They are set each year, each with a measure, a target, an owner and a date, and are looked at in the management review.

# What top management commits itself to

- To meet what laws, contracts and other obligations require of us in information security.
- To provide the people, time and money that the management system needs, and to say so in the budget.
- To improve the management system continually, from audits, incidents, measurements and suggestions.
- To keep to the same rules as everybody else.

# Principles

1. **Every risk has an owner.** Owners decide how their risks are treated, and accept what remains only within the limits set by our methodology.
2. **Access follows need.** Nobody has more access than their work asks for, and access is reviewed at least every quarter.
3. **Security is part of the work.** It is thought of when a change, a purchase or a product begins, not at its end.
4. **Two pairs of eyes.** Whoever writes a policy, assesses a risk or makes a change does not approve it alone.
5. **Speak up.** Whoever sees something odd reports it at once. Nobody is punished for reporting in good faith, even their own mistake.

# Who does what

Top management approves this policy and answers for it. {{owner}} owns it and reports to top management on how well the management system works, at least twice a year. Risk owners answer for their risks, control owners for their controls. Managers see to it that their people know and follow the rules. Everybody follows this policy and the topic policies below it.

# When it is not followed

Exceptions are asked for in writing, are approved by the owner of the policy concerned, have an end, and are treated as risks. Deliberate or repeated breaches have consequences under employment law or contract.

# How it is made known

Everybody who begins to work here reads and acknowledges this policy in their first week, and again whenever a new version is published. It is available to interested parties on request. It is reviewed once a year and after every major change or incident.
`,
  },
  {
    id: 'ra-process',
    title: 'Risk assessment process',
    kind: 'process',
    item: 'ra-process',
    sentence: 'How risks are found, estimated and compared so that others come to the same result.',
    clauses: ['6.1.2', '8.2.perform'],
    controls: [],
    cadenceDays: 365,
    text: `
# Purpose

This process says how {{organization}} finds, analyses and evaluates information security risks, so that two assessors who know the same facts come to comparable results. The scales, limits and rights that are used stand in the approved methodology; this document says how they are used.

# When risks are assessed

- Every open risk is assessed again within the review interval of the methodology.
- A risk is assessed at once when what it rests on changes: a new product, supplier, site or law, a reorganisation, an incident or near miss, or new knowledge of a threat.
- Before a major change is decided, the risks it brings are assessed as part of the plan.

# Step 1: find risks

Risks are found from several sides, so that none depends on one person's imagination:

1. from the information and other assets in the inventory, and what could happen to their confidentiality, integrity or availability;
2. from the catalogue of threats for our line of business;
3. from incidents and near misses, here and at others;
4. from audits, tests of controls and scanners;
5. from the people who do the work, in a workshop at least once a year.

A risk is written as a scenario: who or what does what, to which asset, with which consequence. Each risk has an owner with the authority to decide on it, who is a person and is still here.

# Step 2: analyse them

The assessor says how often the event would happen in a year without any control, and what one event would cost in money: reaction, interruption, penalties, lost customers. Both are given as ranges that hold the truth nine times out of ten, with the reason. Where more than one person knows something, they estimate apart from each other first and are pooled afterwards.

The effect of controls comes on top: each control of a risk says by how much it lowers frequency or loss. It counts twice: once as it is claimed, and once as far as evidence proves it today.

# Step 3: evaluate them

The level of each risk follows from the scales of the methodology. Risks are compared with each other by their expected yearly loss and by what a bad year would cost, and the whole portfolio with the appetite of top management. The order of treatment follows from that.

# How consistency is kept

- Estimators train with calibration questions; how often their ranges hold the truth is known.
- What happened is held against what was estimated, at least once a year, and estimates are corrected.
- Somebody other than the assessor accepts what remains above the low level.

# Records

Each assessment is kept with its date, assessor, ranges, reasons and the version of the methodology. Earlier assessments stay readable.

# Who keeps this up to date

{{owner}} owns this process and reviews it once a year, and whenever the methodology changes.
`,
  },
  {
    id: 'rt-process',
    title: 'Risk treatment process',
    kind: 'process',
    item: 'rt-process',
    sentence: 'How it is decided what is done about a risk, with which controls, and who accepts what remains.',
    clauses: ['6.1.3', '8.3.implement'],
    controls: [],
    cadenceDays: 365,
    text: `
# Purpose

This process says how {{organization}} decides what to do about its information security risks, how controls are chosen, how the Statement of Applicability is kept, and who accepts what remains.

# Step 1: choose an option

The owner of a risk chooses one of four options and writes down why:

- **Modify** it with controls that make the event rarer or cheaper.
- **Avoid** it by not doing what brings it about.
- **Share** it, by insurance or contract. What is shared in money is still ours in reputation and law.
- **Retain** it as it is, within the limits of the methodology.

The choice compares what a treatment costs in a year with the loss it takes away, for the average year and for a bad one.

# Step 2: determine the controls

For a risk that is modified, the owner names all controls that are necessary, from whatever source: our own ideas, contracts, Annex A of ISO/IEC 27001 or another catalogue. Then the result is compared with Annex A to see that nothing necessary was overlooked. That comparison is the Statement of Applicability.

# Step 3: keep the Statement of Applicability

The statement holds all 93 controls of Annex A and our own ones. For each it says whether it is necessary and why, whether it is implemented, and, where it is left out, the reason. A control that an open treatment or an obligation needs cannot be left out. A new version is proposed by one person and approved by another, and is reviewed at least twice a year.

# Step 4: plan

What is not in place yet becomes a treatment action with an owner, a date, what it costs and what it is expected to bring. The plan is reviewed every month. An action that is late is moved with a reason or escalated to {{owner}}.

# Step 5: accept what remains

The owner of the risk accepts the plan and what remains of the risk, in writing, until a date. Who may accept which level, and for how long, stands in the methodology. Above the low level the assessor does not accept. A deputy accepts only with a recorded delegation. Nobody accepts a level that the methodology lets nobody accept: such a risk is treated further.

An acceptance reopens when the proven loss grows materially, when the level rises, when the owner or the methodology changes, and when it expires.

# Step 6: show that it works

Every control that a treatment rests on has at least one evidence need with a cadence. Evidence that is late, missing or failing lowers what the control is worth, and the owner of the risk sees it.

# Records

The decision with its reasons, the plan, the controls, the acceptances and the versions of the Statement of Applicability are kept with their dates and names.

# Who keeps this up to date

{{owner}} owns this process and reviews it once a year, together with the assessment of risks.
`,
  },
  {
    id: 'objectives',
    title: 'Information security objectives and plan',
    kind: 'plan',
    item: 'objectives',
    sentence: 'What is to be reached this year, how it is measured, and who does what until when.',
    clauses: ['6.2.set', '6.2.plan'],
    controls: [],
    cadenceDays: 90,
    text: `
# Purpose

This plan turns the information security policy of {{organization}} into objectives that can be measured. It says for each what is done, with which means, by whom, until when, and how the result is judged.

# How objectives are set

Objectives are proposed by {{owner}} and set by top management once a year. They take into account what interested parties require, the results of risk assessment and treatment, what audits and incidents have shown, and what was not reached the year before. There are few of them: each is meant to change something.

An objective has:

- a **measure** that somebody can read off, and where it is read;
- the **value today** and the **target**;
- an **owner** who can move it, and a **date**;
- the **actions** that are to bring it about, with the people, time and money for them.

# Objectives

| Objective | Measure | Today | Target | Owner | Until |
| --- | --- | --- | --- | --- | --- |
| Controls are proven, not only claimed | Share of applicable controls with fresh evidence | [[value]] | 90 % | [[name]] | [[date]] |
| The yearly loss stays within the appetite | Proven expected yearly loss | [[value]] | [[amount]] | [[name]] | [[date]] |
| Serious weaknesses are closed fast | Days from finding to closing, nine out of ten | [[value]] | 14 days | [[name]] | [[date]] |
| People recognise an attack | Share who report a test message | [[value]] | 60 % | [[name]] | [[date]] |
| We come back after a failure | Hours until service is restored in a test | [[value]] | [[hours]] | [[name]] | [[date]] |

# How they are reached

For each objective the owner keeps a list of actions in the register of objectives, each with a person and a date. Where an objective asks for money that is not in the budget, top management decides on both together: no objective is set without its means.

# How they are followed

Measured values are entered at least every quarter by the owner of the measure. A value is never changed afterwards; a correction is a new entry with a reason. {{owner}} reports on all objectives to top management every quarter: value, trend, and whether the target is still within reach.

An objective that is missed is not quietly dropped. The owner says why, and top management decides whether it is kept, changed or given up, in the management review.

# How they are made known

Everybody who can help to reach an objective knows it. The objectives are part of the message of top management at the beginning of the year, and managers talk about those of their team.

# Review

This plan is reviewed every quarter and written anew every year. Former versions stay readable, so that promises can be compared with results.
`,
  },
]
