import { expect, test } from 'vitest'
import { parsePathData, writePathData } from './path-data.js'

const steps = (count: number) => `M0 0${'h1'.repeat(count - 1)}`

test.each([
  ['4,000 characters', `M0 0h1${' '.repeat(3_994)}`],
  ['400 steps', steps(400)],
  ['numbers as far as 100', 'M-100 100h100v-100'],
  ['an arc turned by as much as 400', 'M0 0a1 1 400 0 1 2 2'],
])('as much as %s is path data', (_, path) => {
  expect(parsePathData(path)).toBeDefined()
})

test.each([
  ['more than 4,000 characters', `M0 0h1${' '.repeat(3_995)}`],
  ['more than 400 steps', steps(401)],
  ['a number beyond 100', 'M0 0h101'],
  ['a number beyond -100', 'M0 0v-100.5'],
  ['an arc’s radius beyond 100', 'M0 0a101 1 0 0 1 2 2'],
  ['an arc turned by more than 400', 'M0 0a1 1 401 0 1 2 2'],
  ['a beginning that is no move', 'L1 1'],
  ['a letter that draws nothing', 'M0 0x1'],
  ['a step without its numbers', 'M0 0L1'],
  ['a flag that is none', 'M0 0a1 1 0 2 1 2 2'],
  ['no text', 7],
])('%s is none', (_, path) => {
  expect(parsePathData(path)).toBeUndefined()
})

test('numbers without a letter go on with the one before, and after a move are lines', () => {
  expect(parsePathData('M1 2 3 4l5 6 7 8')).toEqual([
    ['M', 1, 2],
    ['L', 3, 4],
    ['l', 5, 6],
    ['l', 7, 8],
  ])
})

test('a path is written anew to its size, an arc’s turn and flags as they are', () => {
  expect(writePathData(parsePathData('M 2,4 a 3 3 45 0 1 6 6 z') ?? [], 0.5)).toBe('M1 2a1.5 1.5 45 0 1 3 3z')
})
