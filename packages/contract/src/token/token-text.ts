const tokenPattern = /^snw_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/

/**
 * The organisation a token (or invitation) names in its own text, so that it can be looked up behind isolation and a program
 * needs nothing but the token. Null for a text that is no token.
 */
export function organizationOfToken(token: string): string | null {
  const hex = tokenPattern.exec(token)?.[1]
  if (hex === undefined) return null
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

export function formatToken(organizationId: string, secret: string): string {
  return `snw_${organizationId.replaceAll('-', '')}_${secret}`
}
