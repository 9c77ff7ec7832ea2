import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { toJsonSchema } from '@valibot/to-json-schema'
import { runTypescript } from './run-typescript.mjs'

// Writes the JSON Schemas that @shopbell/core publishes from the valibot schemas in its sources: `node scripts/write-schemas.mjs`.

/** The published schemas: where the source is, what it is called, and where it goes. */
export const SCHEMAS = [
  {
    source: 'packages/core/src/handoff/packet-schema.ts',
    name: 'packetSchema',
    file: 'packages/core/handoff.schema.json',
    title: 'Shopbell handoff packet, version 1',
  },
  {
    source: 'packages/core/src/flow/flow-schema.ts',
    name: 'flowSchema',
    file: 'packages/core/flow.schema.json',
    title: 'Shopbell flow',
  },
]

/** A schema as it is published. Brands and checks in code have no place in a JSON Schema. */
export function publishedSchema(schema, title) {
  const { $schema, ...rest } = toJsonSchema(schema, {
    target: 'draft-07',
    errorMode: 'ignore',
    ignoreActions: ['brand', 'check', 'raw_check', 'partial_check', 'readonly', 'transform'],
  })
  return { $schema: $schema ?? 'http://json-schema.org/draft-07/schema#', title, ...rest }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for (const { source, name, file, title } of SCHEMAS) {
    const path = fileURLToPath(new URL(`../${file}`, import.meta.url))
    writeFileSync(path, JSON.stringify(publishedSchema((await runTypescript(source))[name], title), null, 2))
    // In the shape that the linter wants, so that a second run changes nothing.
    execFileSync(fileURLToPath(new URL('../node_modules/.bin/biome', import.meta.url)), ['format', '--write', path])
    console.log(file)
  }
}
