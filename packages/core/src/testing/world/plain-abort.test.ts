import { expect, test } from 'vitest'
import { PlainAbort } from './plain-abort.js'

test.each([
  ['the platform’s', () => new AbortController()],
  ['a world’s', () => new PlainAbort()],
] as const)('%s signal tells once, in order, and only those who still listen', (_, make) => {
  const own = make()
  const heard: string[] = []
  const off = () => void heard.push('off')
  const twice = () => void heard.push('twice')
  own.signal.addEventListener('abort', () => {
    heard.push('first')
    own.signal.removeEventListener('abort', off)
  })
  own.signal.addEventListener('abort', off)
  own.signal.addEventListener('abort', twice)
  own.signal.addEventListener('abort', twice, { once: true })
  expect(own.signal.aborted).toBe(false)
  own.abort('why')
  own.abort('again')
  own.signal.addEventListener('abort', () => void heard.push('late'))
  expect([own.signal.aborted, own.signal.reason, heard]).toEqual([true, 'why', ['first', 'twice']])
  expect(() => own.signal.throwIfAborted()).toThrow('why')
})
