/** What must happen now and then while a command is in flight, or the simulation does not look where it should. */
export const SOMETIMES = [
  'a copy is answered like the first',
  'a second open joins the first',
  'an outbox is numbered anew',
  'a gap is asked for',
  'a command is refused for good',
  'a discarded command arrives too late',
  'a log begins anew in another epoch',
  'a record comes before its verdict',
  'a verdict comes before its record',
  'another tab was first',
  'a store falls back to memory',
  'a process ends between commit and answer',
] as const

export type Sometimes = (typeof SOMETIMES)[number]
