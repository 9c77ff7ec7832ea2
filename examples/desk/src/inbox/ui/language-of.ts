/** A language's name for people who read English; its code where it has none. */
export function languageOf(locale: string): string {
  try {
    return new Intl.DisplayNames('en', { type: 'language' }).of(locale) ?? locale
  } catch {
    return locale
  }
}
