import { expect, test } from 'vitest'

// Runs in Node, where there is no window: a shop that renders on its server imports these too.
test.each(['./index.js', './element.js'])('%s can be imported where there is no browser', async (path) => {
  expect(globalThis.window).toBeUndefined()
  const module = (await import(/* @vite-ignore */ path)) as object
  expect(Object.keys(module).length).toBeGreaterThan(0)
})

test('mount() on a server answers null, as where there is no way to a person', async () => {
  const { mount } = await import('./index.js')
  expect(mount({ backend: 'https://desk.example/' })).toBeNull()
})
