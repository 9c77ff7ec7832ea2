import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { publishedSchema, SCHEMAS } from '../../../../scripts/write-schemas.mjs'
import { flowSchema } from '../flow/flow-schema.js'
import { packetSchema } from '../handoff/packet-schema.js'

const sources = { flowSchema, packetSchema }
const json = (path: string) => JSON.parse(readFileSync(fileURLToPath(new URL(path, import.meta.url)), 'utf8'))

test.each(SCHEMAS)('$file is what its source says; if not: node scripts/write-schemas.mjs', ({ name, file, title }) => {
  const schema = sources[name as keyof typeof sources]
  expect(json(`../../../../${file}`)).toEqual(JSON.parse(JSON.stringify(publishedSchema(schema, title))))
})

test.each(SCHEMAS)('$file is published', ({ file }) => {
  const { exports, files } = json('../../package.json') as { exports: object; files: string[] }
  const name = file.replace('packages/core/', '')
  expect(exports).toHaveProperty([`./${name}`], `./${name}`)
  expect(files).toContain(name)
})
