import type { ChainSnapshot } from '@sinew/core/chain/chain-snapshot.ts'
import { finished } from '@sinew/core/loss/exact/in-steps.ts'
import type { WhatIf } from '@sinew/core/what-if/what-if.ts'
import { mostAtHand } from '../loss/loss-limits.ts'
import { whatIfAnswers } from './answer-what-if.ts'
import type { Outcome } from './outcome.ts'
import type { WhatIfAnswers, WhatIfMessage, WhatIfQuestion, WhatIfRequest } from './what-if-messages.ts'

export type WhatIfView = {
  readonly phase: 'ready' | 'pricing' | 'stopped' | 'failed'
  /** Of what is being answered, 0 to 1. */
  readonly share: number
  readonly problem: string | null
  /** Of the world that is followed, or of one a moment ago; null before the first. */
  readonly outcome: Outcome | null
}

type Asked<K extends WhatIfQuestion['kind']> = Extract<WhatIfQuestion, { kind: K }>

export type WhatIfDesk = {
  readonly subscribe: (changed: () => void) => () => void
  readonly view: () => WhatIfView
  /** Answers at once, in the page; null for a chain that is too large for that. */
  readonly here: (<K extends WhatIfQuestion['kind']>(question: Asked<K>) => WhatIfAnswers[K]) | null
  readonly ask: <K extends WhatIfQuestion['kind']>(question: Asked<K>) => Promise<WhatIfAnswers[K]>
  /** Prices this world, and after it the newest one that was asked for meanwhile. */
  readonly follow: (whatIf: WhatIf) => void
  readonly start: () => void
  /** Gives up what is being answered; what is asked waits until it is started again. */
  readonly stop: () => void
  readonly close: () => void
}

export type WhatIfWorker = Pick<Worker, 'postMessage' | 'terminate'> & {
  onmessage: ((event: MessageEvent<WhatIfMessage>) => void) | null
  onerror: ((event: ErrorEvent) => void) | null
}

type Waiting = {
  readonly question: WhatIfQuestion
  readonly done: (answer: never) => void
  readonly failed: (reason: Error) => void
}

/** Where changed worlds are priced: chains of up to `mostAtHand` risks in the page itself, larger ones by a worker that can be stopped. */
export function openWhatIfDesk(snapshot: ChainSnapshot, at: number, newWorker: () => WhatIfWorker): WhatIfDesk {
  const listeners = new Set<() => void>()
  const isHere = snapshot.risks.length <= mostAtHand
  let view: WhatIfView = { phase: isHere ? 'ready' : 'pricing', share: 0, problem: null, outcome: null }
  let worker: WhatIfWorker | null = null
  const waiting = new Map<number, Waiting>()
  let lastJob = 0
  let wanted: WhatIf | null = null
  let isFollowing = false

  function show(change: Partial<WhatIfView>): void {
    view = { ...view, ...change }
    for (const changed of listeners) changed()
  }

  const send = (request: WhatIfRequest) => worker?.postMessage(request)

  const answers = isHere ? whatIfAnswers(snapshot, at) : null
  const here: WhatIfDesk['here'] =
    answers === null
      ? null
      : <K extends WhatIfQuestion['kind']>(question: Asked<K>) =>
          // The kind of the question is that of its answer.
          finished(answers(question)) as WhatIfAnswers[K]

  function ask<K extends WhatIfQuestion['kind']>(question: Asked<K>): Promise<WhatIfAnswers[K]> {
    if (here !== null) return Promise.resolve(here<K>(question))
    return new Promise((done, failed) => {
      const job = ++lastJob
      waiting.set(job, { question, done, failed })
      send({ kind: 'ask', job, question })
      if (view.phase === 'ready') show({ phase: 'pricing', share: 0 })
    })
  }

  function take(message: WhatIfMessage): void {
    if (message.kind === 'progress') {
      show({ share: message.share })
      return
    }
    const job = waiting.get(message.job)
    waiting.delete(message.job)
    if (message.kind === 'failed') {
      show({ phase: 'failed', problem: message.message })
      job?.failed(new Error(message.message))
      return
    }
    if (waiting.size === 0) show({ phase: 'ready', share: 1 })
    // It was asked for with the question of this job.
    job?.done(message.answer as never)
  }

  function start(): void {
    if (isHere) return
    worker?.terminate()
    worker = newWorker()
    worker.onmessage = ({ data }) => take(data)
    worker.onerror = (event) => show({ phase: 'failed', problem: event.message ?? '' })
    show({ phase: waiting.size > 0 ? 'pricing' : 'ready', share: 0, problem: null })
    send({ kind: 'open', snapshot, at })
    for (const [job, { question }] of waiting) send({ kind: 'ask', job, question })
    void followOn()
  }

  async function followOn(): Promise<void> {
    if (isFollowing) return
    isFollowing = true
    while (wanted !== null) {
      const whatIf = wanted
      wanted = null
      const outcome = await ask<'price'>({ kind: 'price', whatIf }).catch(() => null)
      if (outcome !== null) show({ outcome })
    }
    isFollowing = false
  }

  function close(): void {
    worker?.terminate()
    worker = null
  }

  return {
    subscribe: (changed) => {
      listeners.add(changed)
      return () => listeners.delete(changed)
    },
    view: () => view,
    here,
    ask,
    follow: (whatIf) => {
      wanted = whatIf
      if (worker !== null) void followOn()
    },
    start,
    stop: () => {
      close()
      show({ phase: 'stopped' })
    },
    close,
  }
}
