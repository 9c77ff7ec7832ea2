import type { Rules } from './habits.js'
import type { Trace } from './trace.js'
import type { WritableWitness } from './witness.js'

/** The desk's rules as they are, with what each verdict shows told to the trace and to the witness. */
export function watchedRules(real: Rules, trace: Trace, witness: WritableWitness): Rules {
  return {
    ...real,
    submitCommand(tables, command, sender, now) {
      const decided = real.submitCommand(tables, command, sender, now)
      const { verdict } = decided
      trace.note(
        () =>
          `${command.op} ${command.cmid.slice(0, 4)} of ${command.outbox.slice(0, 4)}/${command.n}: ${JSON.stringify(verdict).slice(0, 90)}`,
      )
      if (verdict.t === 'committed' && verdict.dup) witness.see('a copy is answered like the first')
      if (verdict.t === 'committed' && command.op === 'open' && verdict.conversation !== command.cmid) {
        witness.see('a second open joins the first')
      }
      if (verdict.t === 'retry' && verdict.code === 'gap') witness.see('a gap is asked for')
      if (verdict.t === 'rejected' && verdict.code === 'stale') witness.see('a discarded command arrives too late')
      else if (verdict.t === 'rejected') witness.see('a command is refused for good')
      return decided
    },
  }
}
