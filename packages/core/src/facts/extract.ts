import { checkField } from './check-field.js'
import { orderNumbersIn } from './order-numbers.js'
import { plainCharacters } from './plain-characters.js'

/** What a free text gives away. */
export interface Extracted {
  readonly orderNumber?: string
  readonly email?: string
}

const EMAIL = /[^\s@<>()[\],;:"\\]{1,64}@[^\s@<>()[\],;:"\\]{1,120}/

/**
 * Finds an order number and an e-mail address in a free text, so that nobody is asked for what they have just said. Of several
 * order numbers none is taken: which one it is about, only the shopper knows.
 *
 * @param masks how the shop writes its order numbers, if it has said so
 * @example extractFacts('order #1042, ada@example.com') // { orderNumber: '1042', email: 'ada@example.com' }
 */
export function extractFacts(text: string, masks: readonly string[] = []): Extracted {
  const short = plainCharacters(text.slice(0, 1_000))
  const email = EMAIL.exec(short)?.[0].replace(/[.!?]+$/, '')
  const [number, another] = orderNumbersIn(email === undefined ? short : short.replace(email, ' '), masks)
  const checked = email === undefined ? null : checkField({ type: 'email' }, email, false)
  return {
    ...(number !== undefined && another === undefined ? { orderNumber: number } : {}),
    ...(checked && 'value' in checked ? { email: checked.value } : {}),
  }
}
