import { createServer } from 'node:net'

/** A port of that address which nothing uses now. Somebody else may take it before the caller does. */
export function freePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, host, () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error(`No free port on ${host}`))
      })
    })
  })
}
