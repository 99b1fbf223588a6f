import { openLossJobs } from './loss-jobs.ts'
import type { LossAnswer, LossRequest } from './loss-messages.ts'

const answer = (message: LossAnswer) => self.postMessage(message)
const jobs = openLossJobs(answer)

self.onmessage = ({ data }: MessageEvent<LossRequest>) => jobs.take(data)
