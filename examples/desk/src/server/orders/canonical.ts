/** What nobody sees and no column of text can hold: spaces, control and format characters, halves of characters. */
const UNSEEN = /[\s\p{Cc}\p{Cf}\p{Cs}]/gu

/**
 * One spelling for all the ways to write an order number: case, spaces, `#`, dashes, full-width digits, O for 0, leading zeros. Both
 * the look-up and the counting of misses go by this string and no other, or a number spelled oddly would be counted apart.
 */
export function canonicalNumber(number: string): string {
  const plain = number
    .replace(UNSEEN, '')
    .normalize('NFKC')
    .toUpperCase()
    .replace(UNSEEN, '')
    .replace(/[#_.\p{Pd}]/gu, '')
    .replace(/^(ORDER|NO|NR)(?=\d)/, '')
    .replaceAll('O', '0')
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=.)/, '') : plain
}

/** One spelling for an e-mail address: case, spaces and what nobody sees. */
export function canonicalEmail(email: string): string {
  return email.replace(UNSEEN, '').normalize('NFKC').toLowerCase().replace(UNSEEN, '')
}

/** The mailbox behind an address, for counting: `ada+1@…` and `ada+2@…` are one. */
export function mailboxOf(email: string): string {
  return canonicalEmail(email).replace(/\+[^@]*(?=@)/, '')
}
