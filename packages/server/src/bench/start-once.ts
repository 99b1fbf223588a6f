import { loadConfig } from '../config.ts'
import { openLog } from '../start/open-log.ts'
import { startSinew } from '../start/start-sinew.ts'

// A process that starts Sinew on a data folder, says how many bytes it holds once it is ready, and stops when its input ends.
const loaded = loadConfig({ SINEW_DATA: process.argv[2], SINEW_PORT: '0', SINEW_LOG: 'error' }, '/nonexistent')
if (!loaded.ok) throw new Error(loaded.problems.join('\n'))
const sinew = await startSinew(loaded.config, { log: openLog(loaded.config.logLevel) })
process.stdout.write(`${process.memoryUsage().rss}\n`)
process.stdin.once('end', () => void sinew.stop())
process.stdin.resume()
