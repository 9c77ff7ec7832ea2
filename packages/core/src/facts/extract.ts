import { checkField } from './check-field.js'

/** What a free text gives away. */
export interface Extracted {
  readonly orderNumber?: string
  readonly email?: string
}

const EMAIL = /[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,120}/
const NAMED_NUMBER = /(?:order|number|no\.?|nr\.?|#)\s*(?:number|no\.?|nr\.?)?\s*[:#]?\s*([a-z]{0,4}-?[\do]{3,12})(?![\w-])/i
const BARE_NUMBER = /(?<![\w@.-])#?\s?([a-z]{0,4}-?\d{3,12})(?![\w@-])/i

/**
 * Finds an order number and an e-mail address in a free text, so that nobody is asked for what they have just said.
 *
 * @example extractFacts('order #1042, ada@example.com') // { orderNumber: '1042', email: 'ada@example.com' }
 */
export function extractFacts(text: string): Extracted {
  const short = text.slice(0, 1_000)
  const email = EMAIL.exec(short)?.[0].replace(/[.!?]+$/, '')
  const rest = email === undefined ? short : short.replace(email, ' ')
  const number = (NAMED_NUMBER.exec(rest) ?? BARE_NUMBER.exec(rest))?.[1]
  const checkedEmail = email === undefined ? null : checkField('email', email, false)
  const checkedNumber = number === undefined ? null : checkField('order-number', number, false)
  return {
    ...(checkedNumber && 'value' in checkedNumber ? { orderNumber: checkedNumber.value } : {}),
    ...(checkedEmail && 'value' in checkedEmail ? { email: checkedEmail.value } : {}),
  }
}
