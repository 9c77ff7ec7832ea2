/** Characters of a text that are read. A longer one has said by then what it is about. */
export const MOST_READ = 1_000

/**
 * A text as the rules read it: its first 1,000 characters in lower case, with single spaces, straight apostrophes and without
 * accents, so that one spelling in a rule finds them all.
 *
 * @example fold('  PÁSEME  con un agente') // 'paseme con un agente'
 */
export function fold(text: string): string {
  return (
    text
      .slice(0, MOST_READ)
      .toLowerCase()
      .normalize('NFKD')
      // Accents of the Latin letters; the vowel signs, the hamzas and the stretching of the Arabic ones.
      .replace(/[\u0300-\u036f\u0640\u064b-\u065f]/g, '')
      .normalize('NFKC')
      .replace(/ة/g, 'ه')
      .replace(/ى/g, 'ي')
      .replace(/[’‘`´]/g, "'")
      .replace(/\s+/g, ' ')
      .trim()
      // One character can become eighteen.
      .slice(0, MOST_READ)
  )
}
