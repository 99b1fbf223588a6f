import type { Evidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { ProofChip } from '../ui/ProofChip.tsx'

/** What a piece says; a piece that was withdrawn or rejected says nothing any more. */
export function ResultChip({ result, state }: Pick<Evidence, 'result' | 'state'>) {
  const { t } = useTranslation()
  if (state === 'withdrawn') return <ProofChip kind="excluded" text={t('Withdrawn')} />
  if (state === 'rejected') return <ProofChip kind="excluded" text={t('Rejected')} />
  if (result.kind === 'pass') return <ProofChip kind="proven" text={t('Passed')} />
  if (result.kind === 'fail') return <ProofChip kind="failing" text={t('Failed')} />
  const { passed, expected } = result
  return (
    <ProofChip
      kind={passed === expected ? 'proven' : 'failing'}
      text={t('{{passed}} of {{expected}}', { passed, expected })}
    />
  )
}
