import { createInterface } from 'node:readline'
import { loadConfig } from '../config.ts'
import { openLog } from '../start/open-log.ts'
import { startSinew } from '../start/start-sinew.ts'

// A process that starts Sinew on a data folder, says where it is reached and how many bytes it holds once it is ready, says the
// latter again for each line it reads, and stops when its input ends.
const loaded = loadConfig({ SINEW_DATA: process.argv[2], SINEW_PORT: '0', SINEW_LOG: 'error' }, '/nonexistent')
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const sinew = await startSinew(loaded.config, { log: openLog(loaded.config.logLevel) })
const say = () =>
  process.stdout.write(`${JSON.stringify({ address: sinew.address, bytes: process.memoryUsage().rss })}\n`)
say()
const lines = createInterface({ input: process.stdin })
lines.on('line', say)
lines.once('close', () => void sinew.stop())
