/**
 * Where tests let a desk die: between any two steps that matter to what a shopper was told. Each name is a place in the code, and
 * no other place is called by it.
 */
export const CRASH_POINTS = [
  'before-transaction',
  'during-open',
  'during-ticket',
  'before-insert',
  'after-insert',
  'before-commit',
  'after-commit',
  'before-answer',
  'after-answer',
  'before-broadcast',
  'after-broadcast',
  'before-welcome',
  'during-page',
  'during-upload',
  'after-upload',
  'agent-before-commit',
  'agent-after-commit',
] as const

export type CrashPoint = (typeof CRASH_POINTS)[number]

const [armed, count = '1'] = (process.env.SHOPBELL_CRASH_AT ?? '').split(':')
let left = Number(count)

/**
 * Does nothing, unless `SHOPBELL_CRASH_AT` names this place: then the process is killed as `kill -9` would, without a last word.
 * `after-commit:3` dies when the place is passed for the third time.
 */
export function crashPoint(name: CrashPoint): void {
  if (name === armed && --left <= 0) process.kill(process.pid, 'SIGKILL')
}
