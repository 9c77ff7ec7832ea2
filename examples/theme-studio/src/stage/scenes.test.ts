import { expect, test } from 'vitest'
import { seenAs } from './kinds.js'
import { scenes } from './scenes.js'

// The types ask for a place in `seenAs` for each kind that a story or a prompt can have; that it is seen there, the stage looks itself.
test.each(Object.keys(seenAs))('%s is played in a scene', (kind) => {
  expect(scenes.filter(({ shows }) => shows.some((shown) => shown === kind)).map(({ name }) => name)).not.toEqual([])
})

test('each scene has a name and a title of its own', () => {
  expect(new Set(scenes.map(({ name }) => name)).size).toBe(scenes.length)
  expect(new Set(scenes.map(({ title }) => title)).size).toBe(scenes.length)
})
