import type { DocumentTemplate } from '../document-template.ts'

/** Rules for building, buying and running services, and for bad days. */
export const operationTemplates: readonly DocumentTemplate[] = [
  {
    id: 'secure-development',
    title: 'Secure development policy',
    kind: 'topic_policy',
    item: 'sdlc',
    sentence: 'Security from the first idea of a feature to its running in production.',
    clauses: [],
    controls: ['A.8.25', 'A.8.26', 'A.8.27', 'A.8.28', 'A.8.29', 'A.8.31', 'A.8.33', 'A.8.4'],
    cadenceDays: 365,
    text: `
# Purpose

Software that {{organization}} makes or has made is built so that it protects information from the start. This policy applies to all code that runs in scope: products, internal tools, scripts and infrastructure described in code.

# Principles of design

Least privilege; deny by default; never trust input; keep secrets out of code; fail safely; keep it simple; defend in more than one place; log what matters; separate customers from each other in every layer; collect no data that is not needed. A design that departs from one of these says why.

# From idea to release

1. **Requirements.** A feature says which information it handles, who may do what, which laws and contracts apply, and how it could be misused. For larger ones a threat model is drawn with somebody from security, and what comes out becomes requirements.
2. **Design.** Known patterns and approved components are used. Authentication, cryptography and tenant separation come from the common libraries, not from the feature.
3. **Code.** Follows the guide of the language. Every change is reviewed by somebody who did not write it, with an eye on the checklist of security. Protected branches allow no other way.
4. **Automatic checks.** Each change runs tests, static analysis, a check of libraries and a scan for secrets. A finding graded high stops the release.
5. **Test.** Requirements on security have tests. Services to customers are tested by specialists every year and before major releases. Acceptance criteria are written down before testing begins.
6. **Release.** Built by the pipeline from the reviewed source, signed, traceable to its commit, through the change procedure.
7. **Running.** Errors and odd behaviour are watched. Weaknesses are closed as the vulnerability procedure says.

# Environments

Development, test and production are separate accounts with separate secrets. Developers have no standing access to production data; access for a fault is given for hours and logged. Test data is made up or made unrecognisable. Copying real data needs approval of its owner and an end.

# Source code

Repositories are private unless published on purpose. Access follows need, is reviewed every quarter, and needs a second factor. Pipelines and their settings are protected like production.

# Components of others

Libraries come from trusted registries, in fixed versions, with a licence we may use. Each release has a list of its components. Before a new component is taken in, somebody looks at who maintains it and what it can do. Code suggested by AI assistants is reviewed like any other; confidential code is given only to approved assistants.

# Software made by others for us

The contract asks for the same: rights to the code, secure development, tests, disclosure of weaknesses, and our right to check. What is delivered is tested before it is accepted.

# Competence

Developers are trained each year in the weaknesses that matter for their language, with examples from our own code.

# Who keeps this up to date

{{owner}} owns this policy. It is reviewed once a year and after incidents that began in code.
`,
  },
  {
    id: 'change-management',
    title: 'Change management procedure',
    kind: 'procedure',
    item: 'change-procedure',
    sentence: 'How changes of systems are asked for, checked, approved, made and, if need be, taken back.',
    clauses: ['8.1'],
    controls: ['A.8.32', 'A.8.9'],
    cadenceDays: 365,
    text: `
# Purpose

Most failures follow a change. This procedure lets {{organization}} change its systems often and still safely. It applies to software, configuration, infrastructure, networks and suppliers of services in scope. Changes of the management system itself are planned as its own kind of change.

# Kinds of change

| Kind | What it is | Approval |
| --- | --- | --- |
| Standard | Frequent, well known, small risk, on the list of standard changes | Once, for the list |
| Normal | Everything else | Review by a second person and the owner of the system |
| Major | Can stop a service, touches restricted information, or is hard to take back | Besides, {{owner}} and whoever is concerned |
| Emergency | To end or prevent an incident now | One authorised person at once, the rest within two working days |

# What a change says

What is changed and why; what could go wrong for confidentiality, integrity and availability; which systems, customers and controls are concerned; how it was tested; how it is made and by whom; how we see that it worked; how it is taken back; when; who is told.

For code, the pull request with its review, its tests and the pipeline is the record. For everything else it is a ticket.

# Steps

1. **Ask.** Whoever needs it opens the record.
2. **Look.** Risks are looked at in proportion. A new system, supplier or kind of data asks for a risk assessment.
3. **Approve.** Never by the person who makes the change alone. Technical rules enforce that where they can.
4. **Test.** In an environment that is like production, with the way back.
5. **Make.** In the agreed window, by named people, with an eye on the service. Freeze times are respected.
6. **Check.** The expected result is seen, watching is quiet, controls still work.
7. **Close.** Documents, inventory and instructions are brought up to date. Failed changes are closed with what was learned.

# Configuration

Settings of systems are described in code or in baselines, which are hardened by known guides. Actual settings are compared with the baseline every day; a difference that no change explains is reported and put back.

# Emergency changes

They are allowed to be fast, not to be secret. The person says what they do in the incident channel. Within two working days the record is completed, a second person reviews it, and what should stay becomes a normal change.

# Following

Every month: number of changes, failed and taken back, emergencies, changes without approval. A change without approval is a nonconformity. Once a quarter a random sample of ten changes is read against this procedure.

# Who keeps this up to date

{{owner}} owns this procedure and reviews it once a year.
`,
  },
  {
    id: 'supplier-security',
    title: 'Supplier and cloud security policy',
    kind: 'topic_policy',
    item: 'supplier-process',
    sentence: 'How suppliers and cloud services are chosen, bound, watched and left.',
    clauses: ['8.1'],
    controls: ['A.5.19', 'A.5.20', 'A.5.21', 'A.5.22', 'A.5.23'],
    cadenceDays: 365,
    text: `
# Purpose

What others do for us is part of our security. This policy says how {{organization}} chooses, binds, watches and leaves suppliers, cloud services among them. It applies to everybody outside who handles our information, has access to our systems, or on whom our services depend.

# Register and criticality

Every such supplier stands in the supplier register with an owner inside, what they do, which information they see, where it lies, and how critical they are:

| Criticality | When | What it asks for |
| --- | --- | --- |
| High | Holds confidential data, or our service stops without them | Full assessment, contract clauses, review every year, exit plan |
| Medium | Sees internal data, or work is hindered without them | Short assessment, contract clauses, review every two years |
| Low | Neither | Entry in the register |

# Before the contract

The owner says what is needed and asks security and privacy before signing, not after. The supplier is assessed by what they can show: certificate with its scope, report of an independent auditor, answers to our questions, history of incidents, financial health, place of data, their own suppliers. What is missing becomes a condition or a risk that somebody accepts.

For cloud services it is also looked at who is responsible for what, which settings we have to make, how identities and logs connect, whether data can be exported, and in which region it lies. Nobody begins to use a service with our information before it is approved; small tests use made up data.

# In the contract

Purpose and limits of use; confidentiality; security measures; location of data and consent for further suppliers; access only by need; notice of incidents within [[24 hours]]; help with enquiries and audits; right to evidence; return and deletion of data; support when we leave; what happens on breach. For personal data, an agreement on processing.

# While it runs

- Access of suppliers is personal, limited, logged, and ends with the task.
- Evidence is renewed once a year for high criticality: certificate or report, incidents, changes, open points. Reports are read, not only filed, and what they ask of us as users is done.
- The owner looks at service levels every quarter, and at changes of the supplier when they are announced.
- Weaknesses in the chain behind a supplier are asked about when they become known.

# When something happens

An incident at a supplier is an incident of ours until shown otherwise. Contacts for that are known on both sides and are tested once a year.

# Leaving

For suppliers of high criticality there is an exit plan: alternative, time, export of data, cost. At the end access is closed, data comes back in a usable form, deletion is confirmed in writing, keys are changed, and the register is brought up to date.

# Who keeps this up to date

{{owner}} owns this policy and reviews it once a year with the list of suppliers of high criticality.
`,
  },
  {
    id: 'incident-management',
    title: 'Incident management plan',
    kind: 'plan',
    item: 'incident-plan',
    sentence: 'What everybody does when something happens, from the first sign to the last lesson.',
    clauses: [],
    controls: ['A.5.24', 'A.5.25', 'A.5.26', 'A.5.27', 'A.5.28', 'A.6.8'],
    cadenceDays: 365,
    text: `
# Purpose

When something happens, {{organization}} limits the harm, tells those who have to know, keeps evidence and learns. This plan is written to be used under stress: short, with names and numbers.

# Report

**Anybody who notices something odd reports it at once: [[phone, chat channel, mail]].** A strange message, a lost device, data at a wrong place, a system that behaves oddly, a door that stood open. Better once too often. Do not try to investigate yourself, do not switch the device off, unplug the network.

# Decide

Whoever is on duty looks at the report within 30 minutes and decides: event, incident or crisis.

| Grade | What it means | Who is called |
| --- | --- | --- |
| 1 Low | One device or person, no confidential data | Duty |
| 2 Medium | Several, or a service is hindered | Incident lead |
| 3 High | Confidential data may be out, or a service to customers is down | Incident lead, {{owner}}, head of technology, data protection contact |
| 4 Crisis | The organisation is in danger | Top management leads |

# Roles

- **Incident lead** decides, assigns and keeps the overview. Does not work on keyboards. First: [[name]], deputy: [[name]].
- **Technicians** find out, contain, mend.
- **Writer** notes time, fact, decision, from the first minute.
- **Communication** speaks inside and outside, nobody else does.
- **Data protection contact** judges duties to tell authorities and people.

# Handle

1. **Contain.** Isolate systems, lock accounts, change secrets, block addresses. Speed over beauty, but think of evidence.
2. **Keep evidence.** Copy logs and images before they are changed, hash them, write down who had them when.
3. **Understand.** What happened, since when, how, what is affected, is it over?
4. **Remove.** Close the way in, remove what was left behind, look for the same elsewhere.
5. **Restore.** From clean sources, watched closely for two weeks.
6. **Close.** The lead closes it when harm is ended, duties are done and the record is complete.

# Tell

- Authority for data protection: within 72 hours of knowing. People concerned: without delay where their risk is high.
- Customers: as agreed by contract, at the latest within [[24 hours]].
- Insurer, before costs are caused. Police, when the lead decides. Sector authority: [[which, and within which time]].

What is sent is true, short, and says what is done and when more follows.

# Learn

Within 20 working days everybody concerned meets without blame: what happened, what helped, what hindered, which cause lies below. Actions get a name and a date; risks and their estimates are looked at again; near misses too.

# Be ready

The plan is exercised twice a year, once on paper and once in earnest, once outside of working hours. Contacts are tested twice a year. The plan can be reached when our systems cannot. {{owner}} reviews it once a year and after each incident of grade 3 or 4.
`,
  },
  {
    id: 'business-continuity',
    title: 'Business continuity and recovery plan',
    kind: 'plan',
    item: 'bc-plan',
    sentence: 'How work goes on when something important fails, and how we come back.',
    clauses: [],
    controls: ['A.5.29', 'A.5.30', 'A.8.14'],
    cadenceDays: 365,
    text: `
# Purpose

When a site, a system, a supplier or many people fail at once, {{organization}} keeps doing what cannot wait, keeps information safe meanwhile, and comes back to normal in an order that was thought of before.

# What cannot wait

For each activity its owner has said, in the business impact analysis, after which time a failure hurts badly, how much data may be lost, and what it depends on. The analysis is reviewed once a year.

| Activity | At most away | At most lost | Depends on |
| --- | --- | --- | --- |
| Service to customers | 4 hours | 1 hour | Cloud region, database, sign-in, on-call team |
| Customer care | 8 hours | 1 day | Telephone, tickets |
| Paying and being paid | 3 days | 1 day | Bank, accounting |
| [[Another activity]] | | | |

# When this plan begins

An incident of grade 3 or 4 that will not be over within half of the time above. Top management or its deputy decides, and names the crisis lead. Deciding early and standing down is no mistake.

# First hour

1. People are safe. Nothing goes before that.
2. The crisis team meets at [[place or line that does not depend on our systems]].
3. Facts, open questions and decisions are written down.
4. Staff are told what to do and when they hear more. Customers and authorities as the communication plan says.

# How we go on

| If this fails | We do this |
| --- | --- |
| The cloud region | Restore in the second region from the protected copy; order: sign-in, database, service, tools |
| The provider of sign-in | Emergency accounts from the sealed envelope |
| Our whole environment, by ransomware | Isolate; build anew from code and the copy that cannot be changed; do not pay without top management, police and insurer |
| The office | Work from home; post to [[address]] |
| Internet or power in the office | Work from home or by mobile network |
| Many people | Deputies; only what cannot wait; agency staff under the same rules |
| An important supplier | Exit plan of that supplier |

Security is not switched off meanwhile: access is still personal, data still encrypted, logs still written. Where a control has to be left out for a while, the crisis lead decides, it is written down, and it is made up for.

# Coming back

The crisis lead ends the plan when the service is stable. What was done by hand is entered, data is checked for gaps, emergency access is closed, secrets used are changed, protection is back to full.

# Practice

- Recovery of the service at another place: every year, measured against the times above.
- A talk through one scenario with the crisis team: every half year.
- Calling everybody on the list: every half year, unannounced.

Each exercise has a record with times, what worked, what did not, and actions.

# Who keeps this up to date

{{owner}} owns this plan. It is reviewed once a year, after each exercise and each use. Copies are kept where they can be reached when everything else cannot.
`,
  },
]
