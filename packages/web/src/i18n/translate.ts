type Sentences = Readonly<Record<string, string>>

/** Says a sentence in the language on screen, with `{{values}}` put in and, by `count`, in the plural form it needs. */
export type Translate = (sentence: string, values?: Readonly<Record<string, unknown>>) => string

/**
 * @param sentences what the language has: the English sentence is the key. A plural form stands under the key with the
 *   form's CLDR name behind it (`_one`, `_few`), nothing at all under `_zero`. What is missing is said in English.
 */
export function translateBy(language: string, sentences: Sentences): Translate {
  const plurals = new Intl.PluralRules(language)
  const formOf = (sentence: string, count: number): string =>
    (count === 0 ? sentences[`${sentence}_zero`] : undefined) ??
    sentences[`${sentence}_${plurals.select(count)}`] ??
    sentences[sentence] ??
    sentence
  return (sentence, values = {}) => {
    const { count } = values
    const form = typeof count === 'number' ? formOf(sentence, count) : (sentences[sentence] ?? sentence)
    return form.replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(values[name] ?? ''))
  }
}
