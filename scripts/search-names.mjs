// `node scripts/search-names.mjs [--rounds N]`: looks for names of the loader's variables that make it small, and writes them into
// `loader-names.mjs`. Takes some minutes, and is worth it when the loader has changed, since good names for one text are fair names for
// the next: the build takes them as they are.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { brotliCompressSync } from 'node:zlib'
import { loaderNames } from './loader-names.mjs'
import { named, variablesIn, withoutNames } from './smallest-names.mjs'

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '12000' } } })
const rounds = Number(values.rounds)
/** Names of versions change with every build, so that the names have to be good beside any. */
const VERSIONS = ['notice', 'ladder', 'purest']
/** A worse choice is taken at first, seldom later: a few bytes of it, summed over the versions. */
const WARM = 5

const root = fileURLToPath(new URL('../', import.meta.url))
const loader = readFileSync(`${root}packages/widget/cdn/shopbell.js`, 'utf8')
const { entry } = JSON.parse(readFileSync(`${root}packages/widget/cdn/manifest.json`, 'utf8'))
const version = entry.slice('widget-'.length, -'.js'.length)
const texts = await Promise.all(VERSIONS.map((name) => withoutNames(loader.replaceAll(version, name))))
const variables = variablesIn(texts[0])
const weight = (names) => texts.reduce((sum, text) => sum + brotliCompressSync(named(text, names)).length, 0)

let seed = 1
/** Chance, the same each time. */
function chance() {
  seed = (seed * 1664525 + 1013904223) >>> 0
  return seed / 2 ** 32
}

let names = [...loaderNames]
let now = weight(names)
let best = names
let least = now
console.log(`${(least / texts.length).toFixed(1)} bytes to begin with, ${variables} variables`)
for (let round = 0; round < rounds; round++) {
  const from = Math.floor(chance() * variables)
  const to = Math.floor(chance() * names.length)
  const next = [...names]
  next[from] = names[to]
  next[to] = names[from]
  const bytes = weight(next)
  if (bytes > now && chance() > Math.exp((now - bytes) / (WARM * (1 - round / rounds)))) continue
  names = next
  now = bytes
  if (now >= least) continue
  best = names
  least = now
  console.log(`${(least / texts.length).toFixed(1)} bytes in round ${round}`)
}
const head = readFileSync(`${root}scripts/loader-names.mjs`, 'utf8').split('\n', 1)[0]
writeFileSync(`${root}scripts/loader-names.mjs`, `${head}\nexport const loaderNames = '${best.join('')}'\n`)
