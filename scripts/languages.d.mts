/** What is known of a language that the widget speaks, as the table shows it. */
export interface LanguageRow {
  readonly locale: string
  readonly name: string
  readonly review: 'native' | 'machine'
}

/** Per language: what it calls itself and who has read it, from the last build. */
export function languages(): Promise<readonly LanguageRow[]>
/** The same as a table in Markdown. */
export function languagesTable(rows: readonly LanguageRow[]): string
