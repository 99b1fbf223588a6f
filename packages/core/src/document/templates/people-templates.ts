import type { DocumentTemplate } from '../document-template.ts'

/** Rules for people and for the information they handle. */
export const peopleTemplates: readonly DocumentTemplate[] = [
  {
    id: 'acceptable-use',
    title: 'Acceptable use of information and devices',
    kind: 'topic_policy',
    item: 'acceptable-use',
    sentence: 'What everybody may and may not do with our information, devices and services.',
    clauses: [],
    controls: ['A.5.10', 'A.5.11', 'A.8.1', 'A.7.7'],
    cadenceDays: 365,
    text: `
# Purpose

This policy says how everybody at {{organization}} uses information, devices and services at work. It protects customers, colleagues and yourself. It applies to employees, freelancers and everybody else who works for us.

# In short

1. Use what we give you, for work, with care.
2. Keep what is confidential among those who need it.
3. Lock, update, and do not share accounts.
4. Report what seems odd, at once. Nobody is punished for an honest mistake.

# Accounts

Your account is yours alone. Use a long password that you use nowhere else, kept in the password manager we provide, and the second factor wherever it is offered. Never tell anybody your password or approve a sign-in you did not begin, whoever asks. Administrative accounts are used for administration only.

# Devices

- Work is done on devices that {{organization}} manages. Your own phone may be used for mail and chat if it is registered, locked and up to date.
- Lock the screen when you leave the device. It locks itself after five minutes.
- Install updates when they are offered, and software only from the approved list. Ask for what is missing.
- Do not turn off protection against malware, encryption or the firewall.
- A lost or stolen device is reported at once, at any hour.

# Information

Handle information by its class, as the classification scheme says. Confidential information is not sent to private accounts, is not put into services that were not approved, AI assistants among them, and is not discussed where strangers listen. Store files where they belong, not on the desktop and not on USB sticks. Clear your desk and the whiteboard when you leave.

# Mail, chat and web

Look twice at messages that press, threaten or flatter. Check a changed bank account or an unusual request through another channel. Report suspicious messages with the button; do not only delete them. A little private use of the web is fine as long as work, law and others do not suffer from it.

# What is not allowed

Going around controls, using the access of others, looking into data out of curiosity, copying customer data for yourself, running tests on systems without permission, and anything the law forbids.

# What we look at

To protect systems we log their use and look into logs when there is a reason. Content of private messages is not read. Details are agreed with [[the works council or the people themselves]].

# When you leave

You give back devices, keys and documents on your last day, and your access ends then. Confidentiality goes on.

# Questions and breaches

{{owner}} answers questions about this policy. Breaches have consequences under employment law or contract, in proportion to intent and harm.
`,
  },
  {
    id: 'classification',
    title: 'Classification and handling of information',
    kind: 'topic_policy',
    item: 'classification',
    sentence: 'Four classes, how one sees them, and what each asks for.',
    clauses: [],
    controls: ['A.5.9', 'A.5.12', 'A.5.13', 'A.5.14', 'A.8.10'],
    cadenceDays: 365,
    text: `
# Purpose

Not all information needs the same care. This policy of {{organization}} sorts it into four classes, so that what would hurt most is protected best, and nobody wastes effort on what is public.

# Assets and their owners

Information and what it depends on stand in the inventory of assets: applications, infrastructure, devices, paper, services of suppliers. Each asset has an owner, who decides on its class, on who has access, and on how long it is kept. The inventory is reviewed by the owners at least every 180 days. Nothing important goes without an owner: when a person leaves, their assets are handed over first.

# The classes

| Class | What it is | Example |
| --- | --- | --- |
| Public | Meant for everybody | Website, published prices |
| Internal | For those who work here; the usual class | Handbook, plans, most messages |
| Confidential | Would harm us, customers or people if it got out | Customer data, contracts, source code |
| Restricted | Would harm them seriously; for named people only | Health data, keys and passwords, mergers |

The class follows from what disclosure, change or loss would do, and from what law and contracts say. When in doubt, take the higher class and ask the owner. What comes from customers and partners keeps the class they gave it, translated into ours.

# How one sees the class

Documents have their class in the header or footer; systems say the class of what they hold in the inventory. What is not marked is internal.

# How each class is handled

| | Internal | Confidential | Restricted |
| --- | --- | --- | --- |
| Access | Everybody here | Those who need it | Named people, reviewed every quarter |
| Storage | Approved services | Approved services, encrypted | Approved services, encrypted, access logged |
| Sending outside | With a reason | Encrypted, to a known recipient, under an agreement | Only with the owner's approval |
| Paper | Not left in public | Locked away | Avoided; locked, counted |
| Speaking of it | Among us | Not in public places | Behind closed doors |
| Destroying | Deleted, paper recycled | Deleted safely, paper shredded | Deleted safely with a record |

Information in tests and training is made up or made unrecognisable. Copying real confidential data into a test system needs the approval of its owner and an end date.

# Deleting

What is no longer needed is deleted, as the retention rules say: from the system, then from backups when they expire. Devices and media are wiped or destroyed before they leave us, with a record.

# Reclassifying

Classes change: a price is public after it is published, a plan after it is announced. The owner looks at the class when the content changes and at each review.

# Who keeps this up to date

{{owner}} owns this policy. It is reviewed once a year.
`,
  },
  {
    id: 'people-security',
    title: 'Security in working life: before, during and after',
    kind: 'topic_policy',
    item: 'employment-terms',
    sentence: 'Screening, contracts, duties and leaving: security from the first talk to the last day.',
    clauses: ['7.2'],
    controls: ['A.6.1', 'A.6.2', 'A.6.4', 'A.6.5', 'A.6.6'],
    cadenceDays: 365,
    text: `
# Purpose

This policy says what {{organization}} does about security before somebody begins to work here, while they do, and when they change their role or leave. It applies to employees, freelancers, interns and staff of agencies alike.

# Before

**Screening.** Before somebody gets access to confidential information, their identity, right to work, education and last positions are checked. For roles with access to restricted information or with wide administrative rights, references and, where the law allows it and the role asks for it, a certificate of conduct are added. The check is in proportion, follows the law of the country and protects what it learns: only the result and its date are kept. For staff of agencies, the agency proves the same by contract.

**Contract.** The contract names the duty to follow the security policies, the duty of confidentiality also after the end, who owns what is made, how personal data of the person is handled, and what happens after a breach. It is signed before the first access. Whoever gets confidential information without a contract of work signs a confidentiality agreement; its wording is reviewed once a year.

# Beginning

On the first day the person has an account, a device and the access of their role, no more. In the first week they read and acknowledge the policies and take part in the introduction. Their manager says what their own responsibilities for security are.

# During

Managers see to it that their people know and can do what their role asks for, and set an example. Security is a topic of the yearly talk. Everybody takes part in the yearly refresher.

**Changing a role.** The old access ends and the new begins on the day of the change. Nobody collects rights. The manager orders both, and the owner of the system confirms within five working days.

# When rules are broken

A suspected breach is looked at fairly: facts first, with the person heard, and nobody judges alone. Consequences are in proportion to intent, harm and what was known, and follow law and contract. An honest mistake that was reported is a reason to learn, not to punish.

# Leaving

1. People operations tell IT and the manager as soon as the last day is known; for a dismissal before the talk.
2. Access ends on the last day, at the latest within 24 hours. For a conflict it ends at once.
3. Devices, keys, cards and documents come back, against a list.
4. Shared secrets that the person knew are changed.
5. Risks, controls, assets and actions the person owned are handed over by name.
6. The person is reminded in writing that confidentiality goes on, and for how long.

The list of accounts is compared with the list of people every month: an account without a person is closed and looked into.

# Records

Screening results, contracts, acknowledgements and leaving lists are kept as the retention rules say.

# Who keeps this up to date

{{owner}} owns this policy, together with [[the head of people operations]]. It is reviewed once a year.
`,
  },
  {
    id: 'remote-work',
    title: 'Remote work and mobile devices',
    kind: 'topic_policy',
    item: 'remote-work',
    sentence: 'How to work safely at home, on the way and abroad.',
    clauses: [],
    controls: ['A.6.7', 'A.7.9', 'A.8.1'],
    cadenceDays: 365,
    text: `
# Purpose

Work at {{organization}} is done in the office, at home and on the way. Information has to be as safe there as in the office. This policy applies to everybody who works outside of our premises, even for an hour.

# Where work may be done

- **At home**, with agreement of the manager, as the usual case.
- **On the way**, for work that does not show confidential information to strangers.
- **Abroad**, within [[the countries that are allowed]]. Other countries need the approval of {{owner}} before the trip, because of law, tax and what customs officers may ask for. For some destinations an empty device is lent.

Restricted information is not worked on in public places.

# Devices

Every laptop and phone with our information is managed by us: its disk is encrypted, it locks itself after five minutes, takes updates within 14 days, has protection against malware, and can be wiped from afar. Whether this is so is measured every week; a device that falls behind loses access until it is mended.

Your own phone may be used for mail and chat if it is registered. Only the work part of it is managed, and only that is wiped when you leave or lose it. Your own computer is not used for work.

# The place

- Sit so that nobody reads along; use a privacy screen in trains.
- Lock the screen whenever you leave. Family and friends do not use the device.
- Talk about confidential matters where nobody listens, devices with microphones included.
- Print at home only when it cannot be avoided; bring paper back for the shredder.
- The device stays with you or is locked away; never visible in a car.

# The network

Your router has its own password, current firmware and a protected wireless network. In hotels, trains and cafés prefer the hotspot of your phone. Our services are reached through encrypted connections only; what has to be reached inside, through the access service we provide.

# When something happens

A lost or stolen device, a stranger who saw something, an odd message: report it at once, at any hour, by [[phone number or channel]]. Fast reporting keeps a loss small. The device is locked or wiped, the sessions are ended, and secrets on it are changed.

# Supporting each other

Help comes by screen sharing that you start and end yourself. Nobody of us asks for your password. Equipment is issued against a record, and comes back when the work ends.

# Checks

Once a year everybody who works at home goes through a short checklist and says what does not fit. {{owner}} looks at answers and at lost devices, and adjusts this policy.

# Exceptions

They are asked for in writing, have an end, and are recorded as risks.
`,
  },
]
