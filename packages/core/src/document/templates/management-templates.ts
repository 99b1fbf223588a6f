import type { DocumentTemplate } from '../document-template.ts'

/** How the management system is run: documents, audits, nonconformities. */
export const managementTemplates: readonly DocumentTemplate[] = [
  {
    id: 'document-control',
    title: 'Control of documents and records',
    kind: 'procedure',
    item: 'doc-register',
    sentence: 'How documents are written, approved, made known, kept and retired.',
    clauses: ['7.5.1', '7.5.2', '7.5.3'],
    controls: ['A.5.37', 'A.5.33'],
    cadenceDays: 365,
    text: `
# Purpose

This procedure says how {{organization}} keeps the documents and records of its information security management system, so that everybody works with the version that holds, and so that we can show later what held when.

# Which documents there are

- **Policies** say what is expected. Top management or the owner of the topic approves them.
- **Processes, procedures and plans** say how it is done.
- **Forms and templates** are what records are made with.
- **Records** show that something was done: an assessment, a test, a decision. They are not changed.
- **External documents** are written by others and used here: standards, laws, contracts, manuals.

The standard asks for some of them; others we keep because the work needs them. The coverage page shows which are there.

# What every document has

A number, a title, a kind, an owner, a classification, who gets it, how long it is kept, the clauses and controls it serves, and a day on which it is looked at again. Every version has a number, an author, a note on what changed, an approver, the time of approval and the day from which it holds.

# Life of a version

1. **Draft.** The author writes. Nobody else relies on it.
2. **In review.** The text does not change while somebody reads it. It goes on or goes back with a reason.
3. **Approved.** By somebody who did not write of it. From then on text and images are fixed by a hash. Where nobody else can approve, one of the authors does, and the version says so.
4. **Published.** The one version that holds. It supersedes the one before, which stays readable.
5. **Retired.** When the subject is gone or has moved to another document.

A change, however small, is a new version and goes the same way.

# Making known

A policy that concerns everybody is acknowledged: each person reads the version and says so, once for each version. Who has not is reminded, and after the second reminder their manager is told. Printed copies are not controlled: what the system shows holds.

# Review

Each document is reviewed on its day: every 365 days unless it says otherwise. The owner either starts a new version or writes down what was looked at and that it still holds. A review that is late is shown as late.

# External documents

Each has its source and the edition we use. Once a year somebody checks whether there is a newer one and what that changes for us.

# Keeping and destroying

Records are kept for at least one certification cycle of three years and the current one, longer where law or contract say so. The retention rules name each kind. Nothing is destroyed outside of these rules, and destroying is itself recorded.

# Protection

Documents are read by those they are meant for, written by those who may, and backed up like other important data. Every change has a name and a time in the ledger.

# Who keeps this up to date

{{owner}} owns this procedure.
`,
  },
  {
    id: 'audit-programme',
    title: 'Internal audit programme',
    kind: 'plan',
    item: 'audit-programme',
    sentence: 'What is audited when, by whom, and how the results are followed.',
    clauses: ['9.2.1', '9.2.2.programme'],
    controls: ['A.5.35'],
    cadenceDays: 365,
    text: `
# Purpose

Internal audits tell {{organization}} whether its information security management system does what ISO/IEC 27001 and our own rules ask for, and whether it works in practice. This programme says what is audited when, how, and by whom.

# Principles

- **Independence.** Nobody audits their own work. An auditor does not own the controls, processes or risks that are audited. Where nobody inside is independent, somebody from outside does it.
- **Evidence.** A finding rests on something that was seen, read or asked, with its date.
- **Risk first.** What matters more or went wrong before is audited earlier and deeper.

# Coverage

Within three years every clause from 4 to 10 and every applicable control is audited at least once. Within each year these are audited in any case: the risk process, the Statement of Applicability, corrective actions, and the controls that lower our largest risks.

| When | What | Auditor |
| --- | --- | --- |
| First quarter | Clauses 4 to 6, risk assessment and treatment | [[name]] |
| Second quarter | Organisational and people controls | [[name]] |
| Third quarter | Technological controls, one service in depth | [[name]] |
| Fourth quarter | Clauses 7 to 10, physical controls, open findings | [[name]] |

# How an audit is done

1. **Plan.** Criteria, scope, people to talk to, and samples are agreed two weeks before. Samples are drawn at random from complete lists: joiners and leavers, changes, incidents, suppliers.
2. **Look.** The auditor talks with those who do the work, reads records and watches. What is said is held against what evidence shows.
3. **Judge.** Each result is conforming, an observation, a minor or a major nonconformity, with the requirement it is about and what was found.
4. **Report.** Within ten working days the report goes to the owners concerned and to top management.
5. **Follow.** Every nonconformity gets a correction, a cause and an action. The auditor or another independent person checks later whether the action worked.

# Competence of auditors

Auditors know the standard, have been trained in auditing, and know enough of the subject to ask the next question. That is recorded with the other evidence of competence.

# Records

Programme, plans, notes, samples, reports and evidence are kept for at least one certification cycle of three years and the current one. They are not changed after the report; a correction is a new entry.

# Who keeps this up to date

{{owner}} owns this programme and proposes a new one each year. Top management approves it. It is adjusted within the year when an incident, a change or a finding asks for it.
`,
  },
  {
    id: 'nonconformity-procedure',
    title: 'Nonconformity and corrective action procedure',
    kind: 'procedure',
    item: 'other',
    sentence: 'What happens when something is not as it should be: correct it, find the cause, see that it stays away.',
    clauses: ['10.1', '10.2.doc'],
    controls: ['A.5.27'],
    cadenceDays: 365,
    text: `
# Purpose

Something is a nonconformity when a requirement is not met: of the standard, of a law or contract, or of our own rules. This procedure says how {{organization}} handles it so that it is put right and does not come back.

# Where they come from

Internal and external audits, incidents, tests of controls, measured values that miss their target, promises that are not kept, complaints, and everybody who notices something. Anybody may report one. There is no blame in reporting.

# Step 1: record it

Whoever finds it writes down what was found, where, when, which requirement is not met, and what shows it. Within two working days it has an owner who can do something about it.

# Step 2: correct it

The owner first limits the harm and puts right what is wrong now: revokes the access, restores the data, tells whoever has to be told. The correction is recorded with its date.

# Step 3: find the cause

The owner asks why it could happen until the answer is something that can be changed. "Somebody forgot" is not a cause; that nobody would notice is one. The owner also asks whether the same thing exists or could happen elsewhere, and looks there.

# Step 4: decide on an action

The action takes away the cause, in proportion to what the nonconformity could do. It has a person and a date. Where no action is worth its cost, that is decided with a reason, and what remains is treated as a risk. Where the action changes the management system, the change is planned.

| Grade | Correction within | Action decided within | Action done within |
| --- | --- | --- | --- |
| Major | 2 working days | 10 working days | 60 days |
| Minor | 10 working days | 20 working days | 90 days |
| Observation | as agreed | as agreed | as agreed |

# Step 5: see whether it worked

After the action has had time to work, at least 30 days later, somebody other than the owner checks whether the cause is gone: by looking at what happened since, not by asking whether the action was done. If it did not work, the nonconformity goes back to step 3.

# Step 6: close it

It is closed when correction, cause, action or reasoned none, evidence and the check of effectiveness are all there. A closed nonconformity is not opened again: if it returns, it is a new one that refers to the old.

# Looking at all of them

{{owner}} looks at all open nonconformities every month, tells owners who are late, and looks for patterns every quarter. Number, age and causes are reported in the management review.

# Records

What was found, what was done and what came of it are kept for at least one certification cycle of three years and the current one.
`,
  },
]
