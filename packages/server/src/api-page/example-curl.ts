import type { Route } from '@sinew/contract/route.ts'

/**
 * The request as one types it in a shell: the token in SINEW_TOKEN, ids in braces as the path names them. Routes that only a
 * signed-in person may use take the cookies of a sign-in and say which site they come from.
 */
export function exampleCurl(route: Route, url: string, body: unknown): string {
  const lines = [`curl${route.method === 'get' ? '' : ` -X ${route.method.toUpperCase()}`} '${url}${route.path}'`]
  if (route.access === 'session') lines.push('-b cookies.txt')
  else if (route.access !== 'public') lines.push('-H "Authorization: Bearer $SINEW_TOKEN"')
  if (route.method !== 'get' && (route.access === 'session' || route.access === 'public')) {
    lines.push(`-H 'Origin: ${new URL(url).origin}'`)
    if (route.access === 'public') lines.push('-c cookies.txt')
  }
  if (route.ifMatch) lines.push(`-H 'If-Match: "3"'`)
  if (route.upload) lines.push('--data-binary @report.ocsf.json')
  if (body !== undefined) {
    const json = JSON.stringify(body, null, 2).replaceAll("'", "'\\''")
    lines.push("-H 'Content-Type: application/json'", `-d '${json}'`)
  }
  if (route.download.length > 0) lines.push('-OJ')
  return lines.join(' \\\n  ')
}
