import { AppError } from '../errors.ts'

/** Headers on every answer: pages, API, errors and downloads alike (OWASP ASVS 5.0.0, V3.4). */
export function protectionHeaders(publicUrl: string): Readonly<Record<string, string>> {
  return {
    // Mantine sets element styles at run time, hence inline styles; scripts come from our own files only.
    'content-security-policy':
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; " +
      "connect-src 'self'; frame-src 'self'; worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'same-origin',
    'x-frame-options': 'DENY',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(publicUrl.startsWith('https://') ? { 'strict-transport-security': 'max-age=31536000; includeSubDomains' } : {}),
  }
}

/**
 * Closes cross-site request forgery for cookie sessions: an unsafe method must come from our own pages. Browsers send
 * `Sec-Fetch-Site` or `Origin` with every such request; a program without either sends a token, not a cookie.
 */
export function assertSameSite(request: Request, publicUrl: string): void {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return
  if (request.headers.get('authorization') !== null) return
  const site = request.headers.get('sec-fetch-site')
  const origin = request.headers.get('origin')
  const own = new Set([new URL(publicUrl).origin, new URL(request.url).origin])
  const fromUs = origin !== null ? own.has(origin) : site === 'same-origin'
  if (!fromUs || (site !== null && site !== 'same-origin')) {
    throw new AppError(403, 'This request does not come from a page of this installation.')
  }
}
