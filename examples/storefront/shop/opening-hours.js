// When people answer, as the desk of this demo has it. A shop of its own writes its hours where it keeps its address.

const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']
const names = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const isClock = (time) => typeof time === 'string' && /^\d\d:\d\d$/.test(time)

const spansOf = (day) =>
  (Array.isArray(day) ? day : [])
    .filter((span) => isClock(span?.from) && isClock(span?.to))
    .map(({ from, to }) => `${from}–${to}`)

/**
 * A week of hours in words, days with the same hours together: `Monday to Friday 09:00–18:00, Saturday 10:00–14:00`. Empty where
 * there are none.
 */
export function hoursInWords(hours) {
  const runs = []
  week.forEach((day, index) => {
    const times = spansOf(hours?.week?.[day]).join(' and ')
    const last = runs.at(-1)
    if (last?.times === times) last.to = index
    else runs.push({ from: index, to: index, times })
  })
  const open = runs.filter(({ times }) => times !== '')
  return open.map(({ from, to, times }) => `${from === to ? names[from] : `${names[from]} to ${names[to]}`} ${times}`).join(', ')
}

/** The city that a zone is named after: `Europe/London` is London. */
export const cityOf = (zone) => (typeof zone === 'string' ? (zone.split('/').at(-1) ?? '').replaceAll('_', ' ') : '')

/** Writes the hours into the foot of the page, if a demo desk says them. */
export async function showOpeningHours() {
  const place = document.querySelector('[data-part="hours"]')
  if (!place) return
  try {
    const answer = await fetch('/demo', { signal: AbortSignal.timeout(5000) })
    const { opening } = answer.ok ? await answer.json() : {}
    const words = hoursInWords(opening)
    if (words === '') return
    place.textContent = `People answer ${words}, ${cityOf(opening.zone)} time. The bell rings at any hour.`
    place.hidden = false
  } catch {
    // A page without a desk says nothing of its hours.
  }
}
