/** A figure that most organisations measure, with what it needs to become a metric. */
export type Kpi = {
  readonly title: string
  readonly formula: string
  readonly unit: string
  readonly cadenceDays: number
  readonly direction: 'higher' | 'lower'
  readonly target: number
  readonly warning: number | null
  readonly alarm: number | null
  /** Worked out by Sinew from what it holds; else somebody or a program brings the value. */
  readonly isComputed: boolean
  readonly source: string
}

const month = 30
export const quarter = 91
const here = 'Sinew, from the registers as they are at that instant'

type Rest = Omit<Kpi, 'title' | 'formula' | 'isComputed' | 'source'>

export function computed(title: string, formula: string, more: Rest): Kpi & { readonly isComputed: true } {
  return { title, formula, isComputed: true, source: here, ...more }
}

export function brought(
  title: string,
  formula: string,
  source: string,
  more: Rest,
): Kpi & { readonly isComputed: false } {
  return { title, formula, isComputed: false, source, ...more }
}

export const share = (target: number, warning: number, alarm: number, cadenceDays = month) =>
  ({ unit: '%', direction: 'higher', target, warning, alarm, cadenceDays }) as const
export const few = (unit: string, target: number, warning: number | null, alarm: number | null, cadenceDays = month) =>
  ({ unit, direction: 'lower', target, warning, alarm, cadenceDays }) as const
