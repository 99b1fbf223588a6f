import { useForm } from '@mantine/form'
import type { Control } from '@sinew/contract/control/control-contract.ts'
import { createEvidence, type Evidence } from '@sinew/contract/evidence/evidence-contract.ts'
import { refuse } from '@sinew/core/refusal.ts'
import { useRef, useState } from 'react'
import { useOrganizationFormWrite } from '../api/use-form-write.ts'
import { useGo } from '../app/PageLink.tsx'
import { paths } from '../app/paths.ts'
import { useTranslation } from '../i18n/use-translation.ts'
import { bodyOf, type EvidenceDraft, emptyDraft } from './evidence-draft.ts'
import { useUploads } from './use-uploads.ts'

type Start = {
  readonly control: Control | null
  /** The piece that the new one takes the place of. */
  readonly replaced: Evidence | null
  readonly needId: string | undefined
}

/** The draft of one piece, or of one for each chosen file, and how it is sent. */
export function useEvidenceForm({ control, replaced, needId }: Start) {
  const { t } = useTranslation()
  const go = useGo()
  const form = useForm<EvidenceDraft & { readonly fileId: null }>({ initialValues: startOf(control, replaced, needId) })
  const files = useUploads()
  const [controlIds, setControlIds] = useState(controlsOf(control, replaced))
  const write = useOrganizationFormWrite(createEvidence, form)
  const isDone = useRef(false)
  const isFile = form.getValues().kind === 'file'

  /** Several files are sent one after the other; what stands when one is refused stays on the page with its reason. */
  const submit = async () => {
    const draft = form.getValues()
    const wanted = isFile
      ? files.uploads.flatMap(({ key, title, kept }) => (kept ? [{ key, title, fileId: kept.id }] : []))
      : [{ key: null, title: draft.title, fileId: null }]
    let last: Evidence | undefined
    for (const { key, title, fileId } of wanted) {
      last = await write.send({ body: bodyOf(draft, { title, fileId, supersedesId: replaced?.id ?? null }) })
      if (last === undefined) return
      if (key !== null) files.remove(key)
    }
    if (last === undefined) return
    isDone.current = true
    if (control) go(paths.control, { controlRef: control.ref })
    else go(paths.evidencePiece, { number: last.number })
  }

  return {
    form,
    files,
    write,
    controlIds,
    setControlIds,
    submit,
    /** True while leaving would lose something. */
    mayLose: () => !isDone.current && (form.isDirty() || files.uploads.length > 0),
    refusals: isFile ? fileRefusals() : [],
  }

  function fileRefusals() {
    if (files.uploads.length === 0) return refuse('no_file', t('Choose a file first.'))
    if (replaced && files.uploads.length > 1) {
      return refuse('one_file', t('One piece takes the place of one: leave only one file.'))
    }
    const isWaiting = files.uploads.some(({ kept }) => kept === null)
    return isWaiting ? refuse('not_sent', t('Wait until every file is sent, or leave out what cannot be.')) : []
  }
}

function startOf(control: Control | null, replaced: Evidence | null, needId: string | undefined) {
  const need = control?.needs.find(({ id }) => id === needId)
  const kept = replaced && {
    kind: replaced.kind,
    title: replaced.title,
    url: replaced.url ?? '',
    nature: replaced.nature,
    provenance: replaced.provenance === 'observed' ? ('declared' as const) : replaced.provenance,
    needIds: replaced.needs.map((one) => one.needId),
  }
  return {
    ...emptyDraft,
    ...(need ? { nature: need.nature, needIds: need.collectorId === null ? [need.id] : [] } : {}),
    ...kept,
    fileId: null,
  }
}

function controlsOf(control: Control | null, replaced: Evidence | null): readonly string[] {
  if (control) return [control.id]
  return [...new Set(replaced?.needs.map(({ controlId }) => controlId))]
}
