import * as v from 'valibot'
import type { Hours } from '../flow/flow.js'
import { hoursSchema } from '../flow/flow-schema.js'
import { isZone } from './zone-time.js'

/**
 * Opening hours that somebody has written, checked: the hours, or one sentence that says where they are wrong and how to mend it.
 *
 * @example checkHours({ zone: 'Europe/Berlin', week: { mon: [{ from: '9', to: '18:00' }] } })
 * // { problem: 'week.mon[0].from must be a time such as 09:30, and is "9"' }
 */
export function checkHours(value: unknown): { readonly hours: Hours } | { readonly problem: string } {
  const { success, output, issues } = v.safeParse(hoursSchema, value)
  if (!success) return { problem: sentenceOf(issues[0]) }
  if (!isZone(output.zone)) return { problem: `zone must be an IANA time zone such as Europe/Berlin, and is "${output.zone}"` }
  const spans = [...Object.entries(output.week), ...Object.entries(output.days ?? {})]
  for (const [day, list] of spans) {
    const none = list?.find(({ from, to }) => from === to)
    if (none) return { problem: `${day} has a span that ends as it begins, at ${none.from}. The whole day is 00:00 to 24:00` }
  }
  const odd = Object.keys(output.days ?? {}).find((date) => !isDate(date))
  if (odd !== undefined) return { problem: `days has "${odd}", which is no date of the calendar` }
  return { hours: output as Hours }
}

function sentenceOf({ path, message, received, input }: v.BaseIssue<unknown>): string {
  const place = (path ?? []).reduce(
    (so, { key }) => (typeof key === 'number' ? `${so}[${key}]` : so === '' ? String(key) : `${so}.${key}`),
    '',
  )
  const where = place === '' ? 'it' : place
  if (message.startsWith('must')) return `${where} ${message}, and is ${JSON.stringify(input)}`
  if (received === 'undefined') return `${where} is missing`
  return `${where} is not what it should be: ${message}`
}

function isDate(date: string): boolean {
  const at = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().startsWith(date)
}
