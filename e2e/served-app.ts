import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { afterFile } from '@sinew/server/test/after-file.ts'
import { startTestServer, type TestServer } from '@sinew/server/test/test-server.ts'

export type ServedApp = TestServer & { readonly url: string }

/** The whole app, built web pages included, on a free port of this machine and a database of its own. */
export async function serveApp(): Promise<ServedApp> {
  const testServer = await startTestServer()
  // Without TLS options the adaptor makes a node:http server.
  const server = createAdaptorServer({
    fetch: (request) => testServer.app.fetch(request, { address: '127.0.0.1' }),
  }) as Server
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterFile(() => {
    server.closeAllConnections()
    server.close()
  })
  return { ...testServer, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}
