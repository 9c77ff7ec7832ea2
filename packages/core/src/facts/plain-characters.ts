/** Stands for every character that nobody sees: zero-width spaces and joiners, marks of direction, soft hyphens. */
export const INVISIBLE = '\u200b'

/**
 * A text in the characters of a plain keyboard, each in its old place: full-width and Arabic-Indic digits, dashes of all kinds,
 * odd spaces, and invisible characters as `INVISIBLE`. For reading numbers out of it, not for showing.
 *
 * @example plainCharacters('ＦＫ–１０４２') // 'FK-1042'
 */
export function plainCharacters(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replace(/[\u2010-\u2015\u2212\u30fc\ufe58\ufe63]/g, '-')
    .replace(/[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, INVISIBLE)
    .replace(/\s/g, ' ')
}

/** The same without what nobody sees, and without the blanks around it. */
export function tidyCharacters(text: string): string {
  return plainCharacters(text).replaceAll(INVISIBLE, '').trim()
}
