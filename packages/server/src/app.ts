import { Hono } from 'hono'
import { serveApiPage } from './api-page/serve-api-page.ts'
import { answerTheRest } from './http/answer-the-rest.ts'
import { mount, type RequestEnvironment } from './http/mount.ts'
import { protectionHeaders } from './http/protect.ts'
import { serveWeb } from './http/serve-web.ts'
import { routes } from './routes.ts'
import type { Services } from './services.ts'

export type App = Hono<RequestEnvironment>

/** The whole HTTP side: the API, its description and the web app. Opens nothing by itself. */
export function createApp(services: Services): App {
  const app: App = new Hono()
  const headers = Object.entries(protectionHeaders(services.publicUrl))
  app.use(async (c, next) => {
    await next()
    for (const [name, value] of headers) if (!c.res.headers.has(name)) c.res.headers.set(name, value)
  })
  app.get('/api/health', (c) => c.json({ status: 'ok' }))
  serveApiPage(app, routes, services.publicUrl)
  mount(app, routes, services)
  answerTheRest(app, routes, services.log)
  serveWeb(app)
  return app
}
