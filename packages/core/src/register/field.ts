/** What every kind of field says of itself. */
type Labelled = {
  /** What people read beside it: a key of the translation. */
  readonly label: string
  /** One sentence below the input. */
  readonly help?: string
  /** Whether the list has a column of it; `hidden` until somebody chooses it. */
  readonly column?: boolean | 'hidden'
  /** A heading that this field and those after it stand under, where a form is long. */
  readonly section?: string
}

/** Text of one line or many. Required text has at least one character. */
export type TextField = Labelled & {
  readonly kind: 'text'
  readonly isRequired: boolean
  readonly most: number
  readonly lines: 'one' | 'many'
  readonly placeholder?: string
  /** Set where the text is the reference of one clause item or control. */
  readonly names?: 'requirement'
}

/** How a word stands with the ISMS, where it says more than what something is: shown by shape and colour beside the word. */
export type Bearing = 'good' | 'late' | 'warning' | 'bad' | 'unknown'

/** One of a few words. */
export type ChoiceField<V extends string = string> = Labelled & {
  readonly kind: 'choice'
  /** What people read for each value, in the order they rank it. */
  readonly words: Readonly<Record<V, string>>
  readonly initial: V
  readonly bearing?: Readonly<Partial<Record<V, Bearing>>>
}

export type FlagField = Labelled & {
  readonly kind: 'flag'
  readonly initial: boolean
  /** That of a yes. */
  readonly bearing?: Bearing
}

/** An instant, chosen as a day, or to the minute. */
export type DayField<R extends boolean = boolean> = Labelled & {
  readonly kind: 'day'
  readonly isRequired: R
  readonly isToTheMinute?: boolean
  /** Whether what is written down mostly just happened: a form begins with now. */
  readonly isUsuallyNow?: boolean
  /** Whether something ends on it: past, it has run out. */
  readonly isEnd?: boolean
}

export type NumberField<R extends boolean = boolean> = Labelled & {
  readonly kind: 'number'
  readonly isRequired: R
  readonly isWhole: boolean
  readonly least?: number
  readonly most?: number
  readonly unit?: string
  /** The text of the same object that holds its unit. */
  readonly unitIn?: string
}

/** Whole minor units of the organisation's currency; the field's name ends with Minor. */
export type MoneyField = Labelled & { readonly kind: 'money' }

/** One object of another kind; the field's name ends with Id. */
export type ReferenceField<R extends boolean = boolean> = Labelled & {
  readonly kind: 'reference'
  /** The table of what it names. */
  readonly to: string
  readonly isRequired: R
}

/** Some short texts: ids of clauses, names of interfaces. */
export type ListField = Labelled & {
  readonly kind: 'list'
  readonly most: number
  /** The values there are, with what people read for each; left out: free text. */
  readonly words?: Readonly<Record<string, string>>
  /** What is suggested while typing: clause items and controls, or sites in scope. */
  readonly suggested?: 'requirements' | 'sites'
}

export type Field =
  | TextField
  | ChoiceField
  | FlagField
  | DayField
  | NumberField
  | MoneyField
  | ReferenceField
  | ListField

export type Fields = Readonly<Record<string, Field>>

type Sure<R extends boolean, T> = R extends true ? T : T | null

/** What a field of this kind holds. */
export type ValueOf<F extends Field> = F extends TextField
  ? string
  : F extends ChoiceField<infer V>
    ? V
    : F extends FlagField
      ? boolean
      : F extends DayField<infer R> | ReferenceField<infer R>
        ? Sure<R, string>
        : F extends NumberField<infer R>
          ? Sure<R, number>
          : F extends MoneyField
            ? number | null
            : readonly string[]

export type ValuesOf<F extends Fields> = { readonly [K in keyof F]: ValueOf<F[K]> }

type More<F extends Field, Known extends string = never> = Partial<Omit<F, 'kind' | 'label' | 'isRequired' | Known>>

export function text(
  label: string,
  more: More<TextField, 'lines'> & { readonly isRequired?: boolean } = {},
): TextField {
  return { kind: 'text', label, isRequired: false, most: 200, lines: 'one', ...more }
}

export function longText(
  label: string,
  more: More<TextField, 'lines'> & { readonly isRequired?: boolean } = {},
): TextField {
  return { kind: 'text', label, isRequired: false, most: 10_000, lines: 'many', ...more }
}

export function choice<const W extends Readonly<Record<string, string>>>(
  label: string,
  words: W,
  initial: keyof W & string,
  more: Partial<Omit<ChoiceField<keyof NoInfer<W> & string>, 'kind' | 'label' | 'words' | 'initial'>> = {},
): ChoiceField<keyof W & string> {
  return { kind: 'choice', label, words, initial, ...more }
}

export function flag(label: string, initial = false, more: More<FlagField, 'initial'> = {}): FlagField {
  return { kind: 'flag', label, initial, ...more }
}

export function day(label: string, more: More<DayField> = {}): DayField<false> {
  return { kind: 'day', label, isRequired: false, ...more }
}

export function requiredDay(label: string, more: More<DayField> = {}): DayField<true> {
  return { kind: 'day', label, isRequired: true, ...more }
}

/** An instant to the minute. */
export function time(label: string, more: More<DayField, 'isToTheMinute'> = {}): DayField<false> {
  return { ...day(label, more), isToTheMinute: true }
}

export function requiredTime(label: string, more: More<DayField, 'isToTheMinute'> = {}): DayField<true> {
  return { ...requiredDay(label, more), isToTheMinute: true }
}

export function number(label: string, more: More<NumberField> = {}): NumberField<false> {
  return { kind: 'number', label, isRequired: false, isWhole: false, ...more }
}

export function requiredNumber(label: string, more: More<NumberField> = {}): NumberField<true> {
  return { kind: 'number', label, isRequired: true, isWhole: false, ...more }
}

export function money(label: string, more: More<MoneyField> = {}): MoneyField {
  return { kind: 'money', label, ...more }
}

export function reference(label: string, to: string, more: More<ReferenceField, 'to'> = {}): ReferenceField<false> {
  return { kind: 'reference', label, to, isRequired: false, ...more }
}

export function requiredReference(
  label: string,
  to: string,
  more: More<ReferenceField, 'to'> = {},
): ReferenceField<true> {
  return { kind: 'reference', label, to, isRequired: true, ...more }
}

export function list(label: string, more: More<ListField> = {}): ListField {
  return { kind: 'list', label, most: 200, ...more }
}

/** What a form starts with; null where a value has to be chosen. */
export function emptyValue(field: Field): unknown {
  if (field.kind === 'text') return ''
  if (field.kind === 'choice' || field.kind === 'flag') return field.initial
  return field.kind === 'list' ? [] : null
}
