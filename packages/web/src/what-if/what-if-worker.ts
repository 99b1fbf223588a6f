import { openWhatIfJobs } from './what-if-jobs.ts'
import type { WhatIfMessage, WhatIfRequest } from './what-if-messages.ts'

const tell = (message: WhatIfMessage) => self.postMessage(message)
const jobs = openWhatIfJobs(tell)

self.onmessage = ({ data }: MessageEvent<WhatIfRequest>) => jobs.take(data)
