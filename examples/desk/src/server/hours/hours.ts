import { readFileSync } from 'node:fs'
import type { Hours } from '@shopbell/core'
import { checkHours } from '@shopbell/core/desk'
import { StartRefused } from '../start-refused.js'

const OFFICE_DAY = [{ from: '09:00', to: '18:00' }]

/** Monday to Friday, nine to six. */
export const OFFICE_HOURS: Hours = {
  zone: 'Europe/London',
  week: { mon: OFFICE_DAY, tue: OFFICE_DAY, wed: OFFICE_DAY, thu: OFFICE_DAY, fri: OFFICE_DAY },
}

/**
 * The hours that a shop has set: JSON as it stands, or the path of a file with it. Refuses to start on anything else: a desk that
 * guesses its hours promises shoppers what nobody keeps.
 *
 * @example hoursFrom('{ "zone": "Europe/Berlin", "week": { "mon": [{ "from": "09:00", "to": "18:00" }] } }')
 */
export function hoursFrom(setting: string): Hours {
  const inPlace = setting.trimStart().startsWith('{')
  const from = inPlace ? 'SHOPBELL_HOURS' : `SHOPBELL_HOURS=${setting}`
  let text = setting
  try {
    if (!inPlace) text = readFileSync(setting, 'utf8')
  } catch {
    throw new StartRefused(`${from} is no file that can be read. Give the path of a JSON file, or the JSON itself.`)
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new StartRefused(`${from} is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}.`)
  }
  const checked = checkHours(value)
  if ('problem' in checked) throw new StartRefused(`${from}: ${checked.problem}.`)
  return checked.hours
}
