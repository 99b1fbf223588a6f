import type { DocumentTemplate } from '../document-template.ts'

/** Rules for systems: who gets in, what is kept, what is watched, what is mended. */
export const technologyTemplates: readonly DocumentTemplate[] = [
  {
    id: 'access-control',
    title: 'Access control policy',
    kind: 'topic_policy',
    item: 'access-rules',
    sentence: 'Who gets access to what, how it is given, reviewed and taken away.',
    clauses: [],
    controls: ['A.5.15', 'A.5.16', 'A.5.17', 'A.5.18', 'A.8.2', 'A.8.3', 'A.8.5'],
    cadenceDays: 365,
    text: `
# Purpose

This policy makes sure that at {{organization}} only those reach information and systems who need them for their work, and only as far as they need them. It applies to people, programs and devices, in every system in scope.

# Principles

1. **Need.** Access follows the task, not the rank.
2. **Least privilege.** What is not allowed is forbidden; rights begin at nothing.
3. **Two people.** Whoever asks for access does not approve it.
4. **Known to a person.** Every account has a person who answers for it, accounts of programs too.
5. **An end.** Access ends with the need.

# Identities

Each person has one identity, made when people operations announce them and closed when they leave. Accounts are not shared. Where a system allows nothing else, use of the shared account can be traced to a person by the password manager. Accounts of programs have an owner, a purpose and secrets that are changed at least once a year.

# Giving access

Roles say which access a job needs; owners of systems approve roles once a year. Access beyond a role is requested in the ticket system, approved by the manager and the owner of the system, and has an end where the need has one.

# Signing in

- Every service that offers it uses single sign-on with a second factor that resists phishing. Others use a second factor of their own.
- Passwords have at least 14 characters, are checked against known leaked ones, and are kept in the password manager. They are changed when there is a reason, not by the calendar.
- After ten wrong attempts an account is slowed or locked. Sessions end after a time that fits the information.

# Privileged access

Administrative rights are given to separate accounts, to as few people as the work allows and at least two. They are used for administration only, through the ways provided for it, and everything done with them is logged. Rights that are seldom needed are given for hours, not for ever. An emergency account is sealed, watched, and tested every half year.

# Review

Access rights are reviewed by the owners of the systems at least every quarter for privileged access and restricted information, and at least once a year for everything else. The review compares what is there with what is needed, and what is not needed is removed within five working days. A review that removes nothing is explained.

# Taking it away

Access ends on the last day of work or of the role, at the latest within 24 hours. At a dismissal it ends at once. The list of accounts is compared with the list of people every month.

# Logs

Successful and failed sign-ins, changes of rights and privileged actions are logged and kept for at least one year. Alerts are raised on what is unusual.

# Exceptions

They are approved by {{owner}}, have an end of at most six months, and are recorded as risks. {{owner}} owns this policy and reviews it once a year.
`,
  },
  {
    id: 'cryptography',
    title: 'Cryptography and key management',
    kind: 'topic_policy',
    item: 'crypto-rules',
    sentence: 'What is encrypted how, and how keys live and die.',
    clauses: [],
    controls: ['A.8.24', 'A.5.14'],
    cadenceDays: 365,
    text: `
# Purpose

This policy says where {{organization}} protects information by cryptography, with which methods, and how keys are made, kept, changed and destroyed.

# What is encrypted

| What | How |
| --- | --- |
| Connections over any network | TLS 1.2 or newer, 1.3 where both sides can; old versions are turned off |
| Disks of laptops and phones | Full disk encryption, managed centrally |
| Databases, object stores and backups in the cloud | Encryption of the provider with keys under our control |
| Restricted information | Besides, in the application or the file itself |
| Confidential mail to the outside | Transport encryption enforced, or an encrypted file with the secret sent another way |
| Passwords | Never stored; only a slow, salted hash (argon2id, scrypt or bcrypt) |

# Which methods

Only methods that are publicly known, reviewed and recommended by [[the authority you follow, for example BSI TR-02102 or NIST]]: AES with 128 bits or more in an authenticated mode, SHA-2 or SHA-3, RSA with 3072 bits or more, elliptic curves with 250 bits or more, random numbers from the operating system. Nobody invents methods or writes their own implementation; maintained libraries are used.

The list is reviewed once a year. What weakens is given up in good time. Where information has to stay secret for ten years or more, the change to methods that resist quantum computers is planned.

# Keys

1. **Owner.** Every key and certificate stands in the inventory with purpose, owner, place, method, and the day it expires.
2. **Making.** Keys are made in the key service or on the device where they are used.
3. **Keeping.** Keys live in the key service, a hardware module or the secrets store; never in source code, tickets, mail or chat. Repositories are scanned for secrets at every change.
4. **Access.** As few people and programs as possible, logged. Whoever administers data does not administer its keys alone.
5. **Changing.** Keys of the key service are rotated every year, secrets of programs at least every year, certificates before they expire, and each at once when it may have become known or when somebody who knew it leaves.
6. **Backup.** Keys without which data would be lost are kept twice, at separate places, and getting them back is tested every year.
7. **Destroying.** When the data is no longer needed, so that nothing can be read any more; with a record.

# When a key is lost or known

That is an incident. The key is replaced, what it protected is looked at as possibly disclosed, certificates are revoked, and those concerned are told.

# Law

Export, import and use of cryptography is restricted in some countries. Whoever plans work there asks {{owner}} first.

# Checks

The configuration of public services is tested every month; weak protocols and certificates that expire within 30 days are reported. {{owner}} owns this policy and reviews it once a year.
`,
  },
  {
    id: 'backup',
    title: 'Backup and restore policy',
    kind: 'topic_policy',
    item: 'backup-policy',
    sentence: 'What is backed up how often, where it is kept, and how we know it can be restored.',
    clauses: [],
    controls: ['A.8.13', 'A.8.14'],
    cadenceDays: 365,
    text: `
# Purpose

Data of {{organization}} and of our customers can be brought back after a mistake, a failure or an attack, within a time that the business can bear. A backup counts only once it has been restored.

# What the business needs

For each system its owner says how much data may be lost (recovery point) and how long it may be away (recovery time). Both follow from the business impact analysis.

| Class of system | Recovery point | Recovery time | Backup |
| --- | --- | --- | --- |
| Service to customers | 1 hour | 4 hours | Continuous log, full copy every day |
| Important inside | 24 hours | 2 days | Every day |
| Other | 7 days | 5 days | Every week |
| Source code and configuration | 24 hours | 1 day | Copy at a second provider, every day |

[[Check these values against your business impact analysis.]]

What lies at providers of software as a service is ours to back up too, unless the contract says and shows that it is done.

# Rules

1. **Three, two, one.** At least three copies, in two kinds of storage, one of them elsewhere.
2. **Out of reach.** One copy cannot be changed or deleted for at least 30 days, not even by an administrator, and belongs to another account.
3. **Encrypted.** On the way and where it lies; its keys are kept apart from it and are backed up too.
4. **Complete.** Data, configuration, keys and the instructions for restoring. New systems are added before they hold real data.
5. **Kept.** Daily copies for 35 days, monthly ones for 12 months, longer only where a retention rule says so. What was deleted on request disappears when the copies expire.

# Watching

Every backup reports whether it succeeded. A failed one is looked at the next working day; two in a row for a service to customers are an incident. Once a month it is checked that no system is missing.

# Restore tests

- Every quarter one system is restored from its backup, in turn, each at least once a year.
- Every year the service to customers is restored completely at another place, from the copy that cannot be changed, by people who did not build it, from the written instructions.

A test records what was restored, from which day, how long it took, how completeness was checked, and what to improve. A test that misses its target is a nonconformity.

# Who does what

Owners of systems set the targets. [[The platform team]] runs and watches backups. Single files are restored on request of their owner. Whoever restores checks that nobody sees more than before.

# Who keeps this up to date

{{owner}} owns this policy. It is reviewed once a year and after every restore in earnest.
`,
  },
  {
    id: 'logging-monitoring',
    title: 'Logging and monitoring policy',
    kind: 'topic_policy',
    item: 'other',
    sentence: 'What is logged, how long it is kept, and who notices what is unusual.',
    clauses: [],
    controls: ['A.8.15', 'A.8.16', 'A.8.17', 'A.5.28'],
    cadenceDays: 365,
    text: `
# Purpose

At {{organization}} we notice attacks and failures early, can find out afterwards what happened, and can show it. This policy says what is logged and watched, how logs are protected, and where the limits are.

# What is logged

Every system in scope logs, as far as it can:

- sign-ins, failed ones too, and sign-outs;
- changes of accounts, rights, roles and security settings;
- use of privileged rights, and every access to restricted information;
- starts, stops, errors and changes of configuration;
- connections that were blocked, and alerts of protection against malware;
- exports of many records, and deletions.

An entry says who, what, when, from where, on what and with which result. Passwords, keys, contents of messages and more personal data than needed are not logged; developers check that before a release.

# Time

All systems take their time from the same trusted source and log in UTC. A clock that is off by more than a second is reported.

# Collecting and keeping

Logs are sent within minutes to a central place that administrators of the sources cannot change or delete. They are kept for at least one year, the last three months ready for search. Logs that are needed as evidence are copied, hashed and kept until the matter is over.

A source that falls silent is reported within a day: no news is not good news.

# Watching

Rules raise an alert on what is known to be bad and on what is unusual: sign-ins from impossible places, many failures, new administrators, protection turned off, large transfers, access at odd hours, new programs on servers. Each alert has a grade, an instruction and somebody who looks.

| Grade | Looked at within | Example |
| --- | --- | --- |
| High | 30 minutes, at any hour | Administrator made outside of a change |
| Medium | 4 working hours | Many failed sign-ins |
| Low | 3 working days | Unusual software on a laptop |

What is done about an alert is recorded. An alert that was an incident goes to incident management. Rules that only make noise are improved, not ignored; once a quarter they are tested with an attack played by ourselves.

# Limits

Logs are looked at to protect systems and people and to find faults, not to watch how people work. Whoever looks into the log of a person needs a reason and a second person. [[Name the agreement with the works council.]] Access to logs is itself logged and is reviewed every quarter.

# Capacity

Load and free space are watched, so that nothing fails for lack of them. A trend that reaches its limit within three months becomes an action.

# Who keeps this up to date

{{owner}} owns this policy, and reviews it once a year and after every incident that was noticed too late.
`,
  },
  {
    id: 'vulnerability',
    title: 'Vulnerability and patch management procedure',
    kind: 'procedure',
    item: 'vuln-procedure',
    sentence: 'How weaknesses are found, graded and closed in time.',
    clauses: [],
    controls: ['A.8.8', 'A.8.7', 'A.5.7', 'A.8.19'],
    cadenceDays: 365,
    text: `
# Purpose

Attackers use known weaknesses. This procedure says how {{organization}} finds out about them, decides how urgent each is, and closes it before it is used.

# Knowing what we have

Only what is known can be mended. Servers, devices, applications, libraries and cloud accounts are in the inventory, which scanners compare with what they find every week. What nobody knows is switched off or gets an owner.

# Finding weaknesses

| Source | What | How often |
| --- | --- | --- |
| Scan from outside | Everything reachable from the internet | every week |
| Scan with credentials | Servers and devices | every week |
| Check of libraries and images | Source code and builds | at every change, and every day |
| Check of cloud settings | All accounts | every day |
| Test by specialists | Services to customers | every year, and after major changes |
| Notices | Makers, authorities, groups of interest | as they come |
| Reports from outside | The address for security reports | as they come |

# Grading

The grade begins with the published severity and is raised or lowered by what matters here: is it reachable, is it used by attackers already, what lies behind it, what else protects it. Lowering needs a reason and a second person.

# Closing

| Grade | Closed within |
| --- | --- |
| Critical, or already used by attackers | 2 days |
| High | 14 days |
| Medium | 60 days |
| Low | with the next release, at most 180 days |

Closing means a patch, a changed setting, a removed component, or a barrier until one of these is possible. The next scan shows that it is closed; a closed ticket alone does not.

Patches are tried where it matters before they go live, come through the change procedure, and can be taken back. For critical ones the emergency change applies. Devices take updates within 14 days by themselves. Software that its maker no longer maintains is replaced before the end of support.

# When it cannot be closed in time

The owner of the system asks for an exception before the time is over: why, what protects meanwhile, until when. {{owner}} decides. An exception is a risk with an owner and an end of at most 90 days.

# Malware

Devices and servers have protection that updates itself, cannot be turned off by users and reports to a central place. Files from outside are checked. Only approved software is installed, by named people or from the approved source.

# Reports from outside

Whoever reports a weakness gets an answer within three working days and is treated fairly. We ask for time to mend it and say thank you.

# Looking at the whole

Every week: what is new, late, excepted. Every quarter {{owner}} reports number, age and share closed in time to top management. The procedure is reviewed once a year.
`,
  },
]
