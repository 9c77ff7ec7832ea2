import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { shippedModules } from '../../testing/shipped-flows.js'
import { composeFlow, defineFlow, defineModule } from './checked-flows.js'

const lost = defineModule({
  name: 'lost',
  entry: { id: 'lost', label: 'Get lost', next: 'lost-a' },
  steps: { 'lost-a': { type: 'goto', step: 'lost-b' }, 'lost-b': { type: 'goto', step: 'lost-a' } },
  texts: {},
})

/** What a page of a shop does that writes its flow itself; its folder finds the package by its name. */
function load(...conditions: readonly string[]) {
  const code = `
    import { composeFlow, defineModule } from '@shopbell/core/flows'
    const lost = defineModule(${JSON.stringify(lost)})
    composeFlow({ id: 'shop', version: 1, modules: [lost] })
    console.log('loaded')`
  const cwd = fileURLToPath(new URL('../../../', import.meta.url))
  return spawnSync(process.execPath, [...conditions, '--input-type=module', '-e', code], { cwd, encoding: 'utf8' })
}

describe('while a flow is developed', () => {
  test('one in which a shopper gets lost is refused, with the conversation that shows it', () => {
    expect(() => composeFlow({ id: 'shop', version: 1, modules: [lost] })).toThrow(/The flow "shop" has[\s\S]*Get lost/)
  })

  test('one that is written out is refused, too', () => {
    const greeting = { type: 'choose', options: [{ id: 'a', label: 'Begin', next: 'a' }] } as const
    const steps = { a: { type: 'say', text: 'Round and round', next: 'a' } } as const
    expect(() => defineFlow({ id: 'x', version: 1, menu: 'menu', greeting, steps, fields: {}, routes: {}, texts: {} })).toThrow(
      '"x"',
    )
  })

  test('all that we ship together is not, however short the look is', () => {
    expect(composeFlow({ id: 'shop', version: 1, modules: Object.values(shippedModules) }).id).toBe('shop')
  })

  test('the package refuses it under the condition that bundlers set, and trusts it in production', () => {
    const developing = load('--conditions=development')
    expect(developing.status).not.toBe(0)
    expect(developing.stderr).toContain('The flow "shop" has')
    expect(load().stdout).toBe('loaded\n')
  })
})
