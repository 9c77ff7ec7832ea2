import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { flowSchema, stepSchema } from './flow-schema.js'

// Runs what docs/flows.md shows, so that it cannot promise what does not work.

const page = readFileSync(new URL('../../../../docs/flows.md', import.meta.url), 'utf8')
const blocks = [...page.matchAll(/^```(\S+)(?: (\S+))?\n([\s\S]*?)^```$/gm)].map(([, language, kind, code = ''], index, all) => {
  return { language, kind, code, at: page.slice(0, all[index]?.index).split('\n').length, next: all[index + 1]?.[3] }
})
const of = (language: string, kind?: string) => blocks.filter((one) => one.language === language && one.kind === kind)

const built = (name: string) => new URL(`../../dist/${name}.js`, import.meta.url).href
const MODULES = {
  '@shopbell/core/flows': built('flow/flows'),
  '@shopbell/core/check': built('flow/check/check'),
  '@shopbell/core/testing': built('testing/index'),
  '@shopbell/core/locales/de': built('locales/catalogues/de'),
  '@shopbell/core/locales/modules/de': built('locales/catalogues/modules/de'),
}

function run(code: string): string {
  const resolved = Object.entries(MODULES).reduce((text, [name, url]) => text.replaceAll(`'${name}'`, `'${url}'`), code)
  return execFileSync(process.execPath, ['--input-type=module', '-e', resolved], { encoding: 'utf8' })
}

describe('docs/flows.md', () => {
  test('has examples of every kind', () => {
    expect([of('js').length, of('json', 'step').length, of('json', 'flow-part').length]).toEqual([4, 10, 4])
  })

  test.each(of('js'))('the code at line $at prints what the page says', ({ code, next }) => {
    expect(run(code)).toBe(next)
  })

  test.each(of('json', 'step'))('the step at line $at is one', ({ code }) => {
    expect(v.safeParse(stepSchema, JSON.parse(code)).issues ?? []).toEqual([])
  })

  test.each([...of('json', 'flow-part'), ...of('json', 'flow')])('the flow at line $at is one', ({ code }) => {
    const [whole] = of('json', 'flow')
    const flow: unknown = { ...(JSON.parse(whole?.code ?? '{}') as object), ...(JSON.parse(code) as object) }
    expect(v.safeParse(flowSchema, flow).issues ?? []).toEqual([])
  })

  test.each(of('json', 'fields'))('the fields at line $at are some', ({ code }) => {
    expect(v.safeParse(flowSchema.entries.fields, JSON.parse(code)).issues ?? []).toEqual([])
  })

  test('describes each type of step, each kind of field and each route', () => {
    const types = stepSchema.options.map(({ entries }) => entries.type.literal)
    const routes = Object.keys(flowSchema.entries.routes.entries)
    for (const name of [...types, ...routes]) expect(page, name).toContain(`\`${name}\``)
    expect(types.toSorted()).toEqual(
      ['say', 'choose', 'ask', 'call', 'branch', 'articles', 'helped', 'goto', 'handoff', 'end'].toSorted(),
    )
  })
})
