import type { Server } from 'node:http'
import { createAdaptorServer } from '@hono/node-server'
import type { App } from '../app.ts'
import type { Config } from '../config.ts'
import { probePort } from './probe-port.ts'
import { errorCode, StartError } from './start-error.ts'

/** How long requests that are being answered may take once the server is told to stop. */
const GRACE_MS = 10_000

export type HttpServer = { readonly stop: () => Promise<void> }

/**
 * Makes sure early that the server will be able to listen.
 * @param port 0 takes any that is free
 * @returns the port
 * @throws StartError when the address cannot be had
 */
export async function reservePort(config: Config, port: number): Promise<number> {
  return probePort(config.host, port).catch((error: Error) => {
    throw toStartError(error, config, port)
  })
}

/** Serves the app. @throws StartError when the address cannot be had */
export async function listen(app: App, config: Config, port: number): Promise<HttpServer> {
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => app.fetch(request, { address: incoming.socket.remoteAddress ?? 'unknown' }),
  }) as Server // without `createServer` or TLS options the adaptor makes a node:http server
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error) => reject(toStartError(error, config, port)))
    server.listen(port, config.host, resolve)
  })
  return {
    stop: () =>
      new Promise((resolve) => {
        const patience = setTimeout(() => server.closeAllConnections(), GRACE_MS)
        server.close(() => {
          clearTimeout(patience)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

function toStartError(error: Error, config: Config, port: number): StartError {
  const other = 'set SINEW_PORT to another port, or to 0 for any free one'
  switch (errorCode(error)) {
    case 'EADDRINUSE':
      return new StartError(
        `SINEW_PORT is ${port}, and another program already listens on ${config.host}:${port}; ${other}`,
      )
    case 'EACCES':
      return new StartError(`SINEW_PORT is ${port}, which this user may not open; ${other}`, 2)
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return new StartError(
        `SINEW_HOST is ${config.host}, which is no address of this machine; expected one, such as 127.0.0.1`,
        2,
      )
    default:
      return new StartError(`Cannot listen on ${config.host}:${port}: ${error.message}`)
  }
}
