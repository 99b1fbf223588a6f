import { campaignRegister } from '../../acknowledgement/campaign-register.ts'
import { documentRegister } from '../../document/document-register.ts'
import { externalDocumentRegister } from '../../document/external-document-register.ts'
import { promiseRegister } from '../../document/promise-register.ts'
import { commitmentRegister } from '../../leadership/commitment-register.ts'
import { ismsRoleRegister } from '../../leadership/isms-role-register.ts'
import { isPast, type ReadinessFacts, recordsIn } from '../readiness-facts.ts'
import { gapIf, gapWhere, type ReadinessRule } from '../readiness-rule.ts'
import { isOwnedByNobody } from '../risk-facts.ts'
import { seenIn } from '../seen-records.ts'

const holds = ({ standing }: { readonly standing: string }) => standing === 'published' || standing === 'overdue'
const policies = (facts: ReadinessFacts) =>
  recordsIn(facts, documentRegister).filter((one) => one.kind === 'policy' && holds(one))

/** Clause 5 and 7.5. */
export const leadershipRules: readonly ReadinessRule[] = [
  {
    id: 'no-commitment',
    item: '5.1.c',
    grade: 'minor',
    requirement: 'Top management provides what the ISMS needs and can show it.',
    find: (facts) =>
      gapIf(!recordsIn(facts, commitmentRegister).some(({ status }) => status === 'recorded'), {
        evidence: 'No decision, budget or message of top management is recorded.',
        gap: 'Leadership cannot be shown.',
        repair: 'Record the last budget or decision on security, with its day and who took it.',
      }),
  },
  {
    id: 'no-policy',
    item: '5.2.content',
    grade: 'major',
    requirement: 'An information security policy is established and kept as a document.',
    find: (facts) =>
      gapIf(policies(facts).length === 0, {
        evidence: 'No policy is published.',
        gap: 'The information security policy does not exist.',
        repair: 'Start from the template, have top management approve it, and publish it.',
      }),
  },
  {
    id: 'policy-not-made-known',
    item: '5.2.control',
    grade: 'minor',
    requirement: 'The policy is made known within the organisation.',
    find: (facts) => {
      const asked = new Set(recordsIn(facts, campaignRegister).map(({ documentId }) => documentId))
      const silent = policies(facts).filter(({ id }) => !asked.has(id))
      return gapWhere(seenIn(documentRegister, silent), (names) => ({
        evidence: `Nobody was asked to read: ${names}.`,
        gap: 'It cannot be shown that staff know the policy.',
        repair: 'Ask everybody to read it and to say so.',
      }))
    },
  },
  {
    id: 'acknowledgement-late',
    item: '7.3',
    grade: 'minor',
    requirement: 'Everybody who works under the organisation’s control knows the policy.',
    find: (facts) =>
      gapWhere(
        seenIn(
          campaignRegister,
          recordsIn(facts, campaignRegister).filter(({ progress }) => progress === 'late'),
        ),
        (names) => ({
          evidence: `Past its day, and not read by all: ${names}.`,
          gap: 'Some were asked to read a document and have not said that they did.',
          repair: 'Remind those who are missing; the campaign names them.',
        }),
      ),
  },
  {
    id: 'document-review-overdue',
    item: '7.5.2',
    grade: 'minor',
    requirement: 'Documents are reviewed for being suitable and adequate.',
    find: (facts) =>
      gapWhere(
        seenIn(
          documentRegister,
          recordsIn(facts, documentRegister).filter(({ standing }) => standing === 'overdue'),
        ),
        (names) => ({
          evidence: `Their review is overdue: ${names}.`,
          gap: 'Nobody has confirmed that they still say what is done.',
          repair: 'Review each: confirm it, or write the next version.',
        }),
      ),
  },
  {
    id: 'document-not-approved',
    item: '7.5.3.control',
    grade: 'observation',
    requirement: 'What is in use is approved.',
    find: (facts) =>
      gapWhere(
        seenIn(
          documentRegister,
          recordsIn(facts, documentRegister).filter(({ standing }) =>
            ['empty', 'draft', 'in_review'].includes(standing),
          ),
        ),
        (names) => ({
          evidence: `Begun and not approved: ${names}.`,
          gap: 'Until they are, nothing of them holds.',
          repair: 'Finish and approve them, or remove what is not needed.',
        }),
      ),
  },
  {
    id: 'no-external-documents',
    item: '7.5.3.external',
    grade: 'observation',
    requirement: 'Documents of others that the ISMS rests on are identified and controlled.',
    find: (facts) =>
      gapIf(recordsIn(facts, externalDocumentRegister).length === 0, {
        evidence: 'The list of external documents is empty.',
        gap: 'It cannot be told which edition of the standard and which laws are worked with.',
        repair: 'Add the standard itself, and the laws and contracts the work rests on.',
      }),
  },
  {
    id: 'external-document-unchecked',
    item: '7.5.3.external',
    grade: 'observation',
    requirement: 'External documents are checked for newer editions.',
    find: (facts) =>
      gapWhere(
        seenIn(
          externalDocumentRegister,
          recordsIn(facts, externalDocumentRegister).filter(({ nextCheckAt }) => isPast(facts, nextCheckAt)),
        ),
        (names) => ({
          evidence: `Not checked by their day: ${names}.`,
          gap: 'A newer edition may be in force.',
          repair: 'Check each and note the edition in use.',
        }),
      ),
  },
  {
    id: 'promise-not-kept',
    item: '8.1.criteria',
    grade: 'minor',
    requirement: 'What documents say is done, is done.',
    find: (facts) =>
      gapWhere(
        seenIn(
          promiseRegister,
          recordsIn(facts, promiseRegister).filter(({ standing }) => standing === 'broken' || standing === 'late'),
        ),
        (names) => ({
          evidence: `Promised in a document, and not kept: ${names}.`,
          gap: 'Practice and document say different things.',
          repair: 'Do what is promised, or change the document.',
        }),
      ),
  },
  {
    id: 'no-roles',
    item: '5.3.a',
    grade: 'minor',
    requirement: 'Who answers for the ISMS is assigned and made known.',
    find: (facts) =>
      gapIf(recordsIn(facts, ismsRoleRegister).length === 0, {
        evidence: 'No role of the ISMS is described.',
        gap: 'It cannot be told who answers for conformity and who reports to top management.',
        repair: 'Add top management, the security officer and the internal auditor, with who holds each.',
      }),
  },
  {
    id: 'role-unheld',
    item: '5.3.b',
    grade: 'minor',
    requirement: 'Roles of the ISMS are held by people who are here.',
    find: (facts) =>
      gapWhere(
        seenIn(
          ismsRoleRegister,
          recordsIn(facts, ismsRoleRegister).filter(({ holderId }) => isOwnedByNobody(facts.snapshot, holderId)),
        ),
        (names) => ({
          evidence: `Held by nobody who is here: ${names}.`,
          gap: 'The role stands on paper.',
          repair: 'Appoint somebody and record who did and when.',
        }),
      ),
  },
]
