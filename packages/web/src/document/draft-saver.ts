/** What is written: the text and what changed in it. */
export type DraftWords = { readonly content: string; readonly changeNote: string }

/** What a browser keeps of a draft that is not at the server yet. */
export type LocalDraft = DraftWords & { readonly baseVersion: number; readonly at: string }

export type SaveAnswer =
  | { readonly kind: 'saved'; readonly version: number }
  | { readonly kind: 'conflict' }
  | { readonly kind: 'refused'; readonly message: string }
  | { readonly kind: 'unreachable' }

export type SaverState = {
  readonly words: DraftWords
  readonly version: number
  readonly status: 'saved' | 'unsaved' | 'saving' | 'unreachable' | 'conflict' | 'refused'
  readonly message: string
}

export type SaverSetting = {
  readonly start: DraftWords
  readonly version: number
  readonly send: (words: DraftWords, version: number) => Promise<SaveAnswer>
  readonly keepLocal: (draft: LocalDraft | null) => void
  readonly now: () => Date
  /** Milliseconds of quiet before it is saved, the longest wait while typing goes on, and between tries. */
  readonly pauses?: { readonly quiet: number; readonly longest: number; readonly retry: number }
}

const usual = { quiet: 3_000, longest: 15_000, retry: 10_000 } as const

/**
 * Saves a draft by itself: in the browser with every change, at the server after a moment of quiet. Nothing is sent twice at
 * once; what was typed while a save was under way follows it. After a conflict nothing is sent until somebody chose.
 */
export function createDraftSaver(setting: SaverSetting) {
  const { quiet, longest, retry } = setting.pauses ?? usual
  let state: SaverState = { words: setting.start, version: setting.version, status: 'saved', message: '' }
  let timer: ReturnType<typeof setTimeout> | null = null
  let unsavedSince: number | null = null
  const listeners = new Set<() => void>()

  const set = (patch: Partial<SaverState>) => {
    state = { ...state, ...patch }
    for (const listener of listeners) listener()
  }
  const plan = (ms: number) => {
    if (timer !== null) clearTimeout(timer)
    timer = setTimeout(() => void save(), ms)
  }

  let sending: Promise<void> | null = null

  /** Settles when everything typed so far is at the server, or cannot go there now. */
  async function save(): Promise<void> {
    if (timer !== null) clearTimeout(timer)
    timer = null
    if (sending !== null) await sending
    sending = sendOnce()
    await sending
    sending = null
  }

  async function sendOnce(): Promise<void> {
    if (state.status !== 'unsaved' && state.status !== 'unreachable') return
    const sent = state.words
    set({ status: 'saving' })
    const answer = await setting.send(sent, state.version)
    if (answer.kind === 'saved') {
      const isAll = sameWords(sent, state.words)
      set({ version: answer.version, status: isAll ? 'saved' : 'unsaved', message: '' })
      unsavedSince = isAll ? null : setting.now().getTime()
      setting.keepLocal(isAll ? null : localOf())
      if (!isAll) plan(quiet)
    } else if (answer.kind === 'unreachable') {
      set({ status: 'unreachable' })
      plan(retry)
    } else set({ status: answer.kind, message: answer.kind === 'refused' ? answer.message : '' })
  }

  const localOf = (): LocalDraft => ({
    ...state.words,
    baseVersion: state.version,
    at: setting.now().toISOString(),
  })

  return {
    get: () => state,
    subscribe: (listener: () => void) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    change: (patch: Partial<DraftWords>) => {
      const words = { ...state.words, ...patch }
      if (sameWords(words, state.words)) return
      const isWaiting = ['saving', 'conflict', 'refused'].includes(state.status)
      set({ words, status: isWaiting ? state.status : 'unsaved' })
      setting.keepLocal(localOf())
      if (isWaiting) return
      const now = setting.now().getTime()
      unsavedSince ??= now
      plan(Math.max(0, Math.min(quiet, unsavedSince + longest - now)))
    },
    save,
    /** After a conflict: these words go on top of what the server has, at this version. */
    settle: async (words: DraftWords, version: number, isTheirs: boolean) => {
      set({ words, version, status: isTheirs ? 'saved' : 'unsaved', message: '' })
      if (isTheirs) setting.keepLocal(null)
      else await save()
    },
    stop: () => {
      if (timer !== null) clearTimeout(timer)
    },
  }
}

export type DraftSaver = ReturnType<typeof createDraftSaver>

export function sameWords(one: DraftWords, other: DraftWords): boolean {
  return one.content === other.content && one.changeNote === other.changeNote
}
