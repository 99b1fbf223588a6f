/** Where a command writes: its result to `out`, everything else to `err`. */
export type Terminal = { readonly out: (text: string) => void; readonly err: (text: string) => void }
