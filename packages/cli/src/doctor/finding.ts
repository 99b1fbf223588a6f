/** One thing that was looked at. A warning or a problem says what to do about it. */
export type Finding =
  | { readonly about: string; readonly state: 'ok'; readonly detail: string }
  | { readonly about: string; readonly state: 'warning' | 'problem'; readonly detail: string; readonly advice: string }

export function ok(about: string, detail: string): Finding {
  return { about, state: 'ok', detail }
}

export function warning(about: string, detail: string, advice: string): Finding {
  return { about, state: 'warning', detail, advice }
}

export function problem(about: string, detail: string, advice: string): Finding {
  return { about, state: 'problem', detail, advice }
}
