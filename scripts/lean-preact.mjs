import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lookedThrough, neverAsked } from './never-asked.mjs'

const preact = realpathSync(fileURLToPath(new URL('../packages/widget/node_modules/preact/', import.meta.url)))

/** Where its sources begin, by the name that they are imported by. */
const ENTRIES = { preact: '/src/index.js', 'preact/hooks': '/hooks/src/index.js' }

/** The names that `cdn-signals.ts` and `own-props.ts` know its parts by: those of the finished Preact. */
export const KNOWN = { _render: '__r', _component: '__c', _diff: '__b' }

/**
 * Takes Preact's own sources in place of its finished file, without what the widget never asks of it, and with short names for what only
 * its modules know. The finished file can do what any page may want; this one has one widget to draw.
 */
export const leanPreact = {
  name: 'lean-preact',
  enforce: 'pre',
  buildStart() {
    const { version } = JSON.parse(readFileSync(`${preact}/package.json`, 'utf8'))
    if (version !== lookedThrough)
      throw new Error(
        `Preact is ${version}, and scripts/never-asked.mjs has looked through ${lookedThrough}: see what is new there.`,
      )
  },
  resolveId: (source) => (Object.hasOwn(ENTRIES, source) ? preact + ENTRIES[source] : undefined),
  load(id) {
    if (!id.startsWith(`${preact}/`)) return undefined
    const file = id.slice(preact.length + 1)
    return withShortNames(lean(file, readFileSync(id, 'utf8')))
  },
}

/** The text of one of Preact's files without what is never asked of it. */
export function lean(file, text) {
  const { never = [], always = [], gone = [] } = neverAsked[file] ?? {}
  const changes = [
    ...never.map((place) => [place, 'false']),
    ...always.map((place) => [place, 'true']),
    ...gone.map((place) => [place, '']),
  ]
  return changes.reduce((before, [place, instead]) => {
    const [found, times] = Array.isArray(place) ? place : [place, 1]
    const parts = before.split(found)
    // Splitting by a pattern with a group would put what it caught between the parts.
    if (parts.length !== times + 1)
      throw new Error(
        `Preact's ${file} says ${found} ${parts.length - 1} times, not ${times}: see whether the widget can do without it.`,
      )
    return parts.join(instead)
  }, text)
}

/** An underscore stands before what only Preact's modules know; its own build shortens these names, too. */
const PRIVATE = /(?<!\w)__?[a-z]\w+/gi

function withShortNames(text) {
  return text.replace(PRIVATE, (name) => {
    if (!Object.hasOwn(names, name)) throw new Error(`Preact says ${name} where nobody has looked for names.`)
    return names[name]
  })
}

/** The shortest for the most frequent, the same in every build. */
function shortNames() {
  const counts = {}
  const files = ['src', 'hooks/src'].flatMap((folder) =>
    readdirSync(`${preact}/${folder}`, { recursive: true }).map((file) => `${preact}/${folder}/${file}`),
  )
  for (const file of files.filter((name) => name.endsWith('.js')))
    for (const [name] of readFileSync(file, 'utf8').matchAll(PRIVATE)) counts[name] = (counts[name] ?? 0) + 1
  const ranked = Object.keys(counts).sort((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1))
  return { ...Object.fromEntries(ranked.map((name, rank) => [name, `_${rank.toString(36)}`])), ...KNOWN }
}

const names = shortNames()
