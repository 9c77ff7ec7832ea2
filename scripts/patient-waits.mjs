/**
 * Lets what waits in a test wait for as long as a busy machine may need. Vitest gives up after one second, and no test here measures
 * time: where a time is the promise, its test names the time. (`expect.poll` has a setting of its own, in `vitest.config.ts`.)
 */
import { vi } from 'vitest'

const { waitFor, waitUntil } = vi

Object.assign(vi, { waitFor: patient(waitFor), waitUntil: patient(waitUntil) })

/** @param {(check: () => unknown, options: object | number) => unknown} wait */
function patient(wait) {
  return (/** @type {() => unknown} */ check, /** @type {object | number} */ options = {}) =>
    wait(check, typeof options === 'number' ? options : { timeout: 12_000, ...options })
}
