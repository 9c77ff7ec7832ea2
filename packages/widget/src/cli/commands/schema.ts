import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Command } from '../command.js'

const SCHEMAS = [
  ['flow.schema.json', 'a flow file: name it in "$schema", and editors complete and check what you write'],
  ['handoff.schema.json', 'what a person gets when a conversation is handed over'],
] as const

/** `shopbell schema` */
export const schema: Command = {
  name: 'schema',
  takes: '',
  about: 'Says where the JSON Schemas are.',
  options: {},
  examples: ['shopbell schema'],
  least: 0,
  most: 0,
  async run(_, { out, paint }) {
    for (const [name, about] of SCHEMAS) {
      const path = fileURLToPath(import.meta.resolve(`@shopbell/core/${name}`))
      if (existsSync(path)) out(`${path}\n${paint('dim', `  ${about}`)}`)
    }
    out('A flow file begins with { "$schema": "node_modules/@shopbell/core/flow.schema.json", … }')
    return 0
  },
}
