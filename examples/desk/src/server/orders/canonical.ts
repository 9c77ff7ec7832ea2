/** One spelling for all the ways to write an order number: case, spaces, `#`, dashes, full-width digits, O for 0, leading zeros. */
export function canonicalNumber(number: string): string {
  const plain = number
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Cf}#_.\p{Pd}]/gu, '')
    .replace(/^(ORDER|NO|NR)(?=\d)/, '')
    .replaceAll('O', '0')
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=.)/, '') : plain
}

/** One spelling for an e-mail address: case, spaces and invisible characters. */
export function canonicalEmail(email: string): string {
  return email
    .normalize('NFKC')
    .replace(/[\s\p{Cf}]/gu, '')
    .toLowerCase()
}

/** The mailbox behind an address, for counting: `ada+1@…` and `ada+2@…` are one. */
export function mailboxOf(email: string): string {
  return canonicalEmail(email).replace(/\+[^@]*(?=@)/, '')
}
