import type { Refusal } from '../refusal.ts'

/** A need that a collector answers is judged by what it reports: nobody's word stands in for it. */
export function collectorNeedRefusals(
  evidenceCollectorId: string | null,
  need: { readonly title: string; readonly collectorId: string | null },
): readonly Refusal[] {
  if (need.collectorId === null || need.collectorId === evidenceCollectorId) return []
  const message = `“${need.title}” is answered by a collector’s reports only. Push a report, or serve another need.`
  return [{ code: 'evidence-for-collector', message }]
}
