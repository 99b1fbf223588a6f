import { createServer } from 'node:net'

/**
 * Opens a port and lets go of it again, which tells whether it can be had. Somebody else may take it afterwards.
 * @param wanted 0 takes any that is free
 * @returns the port
 */
export function probePort(host: string, wanted: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(wanted, host, () => {
      const address = probe.address()
      probe.close(() => {
        if (typeof address === 'object' && address !== null) resolve(address.port)
        else reject(new Error(`No free port on ${host}`))
      })
    })
  })
}
