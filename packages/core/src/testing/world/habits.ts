import { pageAfter, submitCommand, welcomeOf, writeRecord } from '../../desk/desk-rules.js'

/** The rules that a desk process runs, as functions that a planted bug can stand in for. */
export interface Rules {
  readonly submitCommand: typeof submitCommand
  readonly writeRecord: typeof writeRecord
  readonly pageAfter: typeof pageAfter
  readonly welcomeOf: typeof welcomeOf
}

/** How a desk process goes about it, apart from the rules. */
export interface Habits {
  /** Answers a command once it is committed, or, wrongly, before. */
  readonly answers: 'after-commit' | 'before-commit'
  /** Tells others of a record once it is committed, or, wrongly, before. */
  readonly tells: 'after-commit' | 'before-commit'
  /** Whether a command is decided within its transaction, or, wrongly, on what was read before it. */
  readonly decides: 'within' | 'before'
  /** Whether an internal note stays among agents. */
  readonly notes: 'inside' | 'told'
  /** Whether those are told who own the conversation, or, wrongly, everybody. */
  readonly tellsWhom: 'owner' | 'everybody'
  /** Whether a restored database begins new logs, or, wrongly, goes on under the old names. */
  readonly restores: 'new-epoch' | 'same-epoch'
  /** What a process that failed to commit says of it. */
  readonly afterFailure: 'retry' | 'committed'
}

export const goodRules: Rules = { submitCommand, writeRecord, pageAfter, welcomeOf }

export const goodHabits: Habits = {
  answers: 'after-commit',
  tells: 'after-commit',
  decides: 'within',
  notes: 'inside',
  tellsWhom: 'owner',
  restores: 'new-epoch',
  afterFailure: 'retry',
}
