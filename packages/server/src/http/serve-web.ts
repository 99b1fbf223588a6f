import { createReadStream } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { extname, join, normalize, sep } from 'node:path'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import type { Hono } from 'hono'
import type { RequestEnvironment } from './mount.ts'

const built = fileURLToPath(new URL('../../../web/dist/', import.meta.url))

const mediaTypes: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}

/** Serves the built web app; every address that is no file is a page of it. */
export function serveWeb(app: Hono<RequestEnvironment>): void {
  app.get('*', async (c) => {
    const file = await findFile(new URL(c.req.url).pathname)
    if (file !== null) {
      const hashed = file.includes(`${sep}assets${sep}`)
      return new Response(Readable.toWeb(createReadStream(file)) as ReadableStream, {
        headers: {
          'content-type': mediaTypes[extname(file)] ?? 'application/octet-stream',
          'cache-control': hashed ? 'public, max-age=31536000, immutable' : 'no-cache',
        },
      })
    }
    const page = await readFile(join(built, 'index.html')).catch(() => null)
    if (page === null) return c.text('The web app is not built yet: run npm run build.', 503)
    return new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' } })
  })
}

async function findFile(pathname: string): Promise<string | null> {
  let decoded: string
  try {
    decoded = decodeURIComponent(pathname)
  } catch {
    return null
  }
  const path = normalize(join(built, decoded))
  if (!path.startsWith(built) || path.includes('\0')) return null
  const found = await stat(path).catch(() => null)
  return found?.isFile() ? path : null
}
