import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { lookedThrough, neverAsked } from './never-asked.mjs'

const installed = (name) => realpathSync(fileURLToPath(new URL(`../packages/widget/node_modules/${name}/`, import.meta.url)))

/** Where the sources of each library are, where they begin by the name that they are imported by, and where what they share is said. */
const LIBRARIES = [
  {
    name: 'preact',
    folder: installed('preact'),
    entries: { preact: '/src/index.js', 'preact/hooks': '/hooks/src/index.js' },
    sources: ['src', 'hooks/src'],
  },
  {
    name: '@preact/signals-core',
    folder: installed('@preact/signals-core'),
    entries: { '@preact/signals-core': '/src/index.ts' },
    sources: ['src'],
  },
]
const libraryOf = (id) => LIBRARIES.find(({ folder }) => id.startsWith(`${folder}/`))

/** The names that `cdn-signals.ts` and `own-props.ts` know its parts by: those of the finished Preact. */
export const KNOWN = { _render: '__r', _component: '__c', _diff: '__b' }

/**
 * Takes the own sources of Preact and its signals in place of their finished files, without what the widget never asks of them, and with
 * short names for what only their modules know. The finished files can do what any page may want; these have one widget to draw.
 */
export const leanPreact = {
  name: 'lean-preact',
  enforce: 'pre',
  buildStart() {
    for (const { name, folder } of LIBRARIES) {
      const { version } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
      if (version !== lookedThrough[name])
        throw new Error(
          `${name} is ${version}, and scripts/never-asked.mjs has looked through ${lookedThrough[name]}: see what is new there.`,
        )
    }
  },
  resolveId(source) {
    const library = LIBRARIES.find(({ entries }) => Object.hasOwn(entries, source))
    return library && library.folder + library.entries[source]
  },
  load(id) {
    const library = libraryOf(id)
    if (!library) return undefined
    const file = id.slice(library.folder.length + 1)
    return withShortNames(lean(library.name, file, readFileSync(id, 'utf8')))
  },
}

/** The text of one of a library's files without what is never asked of it. */
export function lean(library, file, text) {
  const { never = [], always = [], gone = [] } = neverAsked[library][file] ?? {}
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
        `${library}'s ${file} says ${found} ${parts.length - 1} times, not ${times}: see whether the widget can do without it.`,
      )
    return parts.join(instead)
  }, text)
}

/** An underscore stands before what only a library's modules know; their own builds shorten these names, too. */
const PRIVATE = /(?<!\w)__?[a-z]\w+/gi

function withShortNames(text) {
  return text.replace(PRIVATE, (name) => {
    if (!Object.hasOwn(names, name)) throw new Error(`${name} is said where nobody has looked for names.`)
    return names[name]
  })
}

const LETTERS = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789$'

/** The shortest for the most frequent, the same in every build. */
function shortNames() {
  const counts = {}
  const files = LIBRARIES.flatMap(({ folder, sources }) =>
    sources.flatMap((room) => readdirSync(`${folder}/${room}`, { recursive: true }).map((file) => `${folder}/${room}/${file}`)),
  )
  for (const file of files.filter((name) => /\.[jt]s$/.test(name)))
    for (const [name] of readFileSync(file, 'utf8').matchAll(PRIVATE)) counts[name] = (counts[name] ?? 0) + 1
  const ranked = Object.keys(counts).sort((a, b) => counts[b] - counts[a] || (a < b ? -1 : 1))
  return { ...Object.fromEntries(ranked.map((name, rank) => [name, `_${LETTERS[rank] ?? rank}`])), ...KNOWN }
}

const names = shortNames()
