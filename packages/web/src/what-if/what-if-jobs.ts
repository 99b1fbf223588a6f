import { type Answering, whatIfAnswers } from './answer-what-if.ts'
import type { WhatIfMessage, WhatIfQuestion, WhatIfRequest } from './what-if-messages.ts'

/** Between two words on how far it is. */
const sliceMs = 50

/** The worker's side: answers in the order of the questions. Apart from the worker itself so that it runs in tests too. */
export function openWhatIfJobs(tell: (message: WhatIfMessage) => void): {
  readonly take: (request: WhatIfRequest) => void
} {
  let answers: Answering | null = null

  function take(request: WhatIfRequest): void {
    if (request.kind === 'open') {
      const { snapshot, at } = request
      answers = whatIfAnswers(snapshot, at)
    } else answer(request.job, request.question)
  }

  function answer(job: number, question: WhatIfQuestion): void {
    try {
      if (answers === null) return
      const steps = answers(question)
      let until = 0
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done === true) {
          tell({ kind: 'answer', job, answer: step.value })
          return
        }
        if (performance.now() < until) continue
        tell({ kind: 'progress', job, share: step.value })
        until = performance.now() + sliceMs
      }
    } catch (error) {
      tell({ kind: 'failed', job, message: error instanceof Error ? error.message : String(error) })
    }
  }

  return { take }
}
