/** A seed that once broke a promise, and what was wrong. What was mended has small tests of its own, too. */
export interface Regression {
  readonly seed: number
  readonly was: string
}

/** A seed is a world only as long as worlds are made the same way; it is kept as long as it costs nothing. */
export const REGRESSIONS: readonly Regression[] = [
  { seed: 4, was: 'after a wipe, what was typed in a tab that was open fell into a void' },
  { seed: 6, was: 'a page from the start that came late moved the cursor back' },
  { seed: 55, was: 'a late frame of a log that a restore had thrown away brought it back, four times a second, for ever' },
  { seed: 40, was: 'a conversation that a restore had opened again was shown twice' },
  { seed: 91, was: 'a story that two tabs had kept apart showed the lines of a log twice' },
  { seed: 119, was: 'a failed line of a shopper who had left was sent again for the next one' },
  { seed: 121, was: 'a copy that was numbered anew left a gap, for which the desk asked again and again' },
  { seed: 139, was: 'a clock that was set back let a tab connect more often than twelve times a minute' },
  {
    seed: 579,
    was: 'a line waited in a log that a restore had opened again, and stood in the story of the tab that had left it',
  },
  { seed: 769, was: 'what one tab had taken back, another sent again for ever, since the desk called it stale' },
  { seed: 772, was: 'a log that another tab had left for a new conversation was forgotten with all that was said in it' },
  { seed: 775, was: 'a line that was sent waited again, where the store had stayed behind the tab' },
  { seed: 1171, was: 'a story that had changed in its middle was drawn as it had been' },
  { seed: 1454, was: 'the shopper before was found again, where the store could not be emptied when they left' },
  { seed: 1485, was: 'what a tab had joined with the store was no news to it, and so nobody sent what another tab had kept' },
  { seed: 2018, was: 'what was being written while a shopper left became the first line of the next one' },
  { seed: 2210, was: 'what was sent to a conversation that a tab left where it joined its store was shown as waiting again' },
  { seed: 2737, was: 'a conversation that was over went on, where a tab and the store had read its log to different ends' },
  { seed: 3008, was: 'a tab brought its shopper back over the next one, whose commit had the number of theirs' },
  {
    seed: 5416,
    was: 'the world wanted to have sent what stood in a store that could not be emptied, and that nobody read any more',
  },
  { seed: 6279, was: 'a discard whose number another tab had taken was dropped, and the line was sent' },
  { seed: 8038, was: 'whoever had left was found again in a store that could not be emptied, and shown to the next one' },
  { seed: 9405, was: 'a timer that a frozen tab had taken back was still counted after its end' },
  { seed: 12113, was: 'the world wanted to have sent again what a store still held of a shopper who had left' },
  { seed: 15151, was: 'as 43598: a line under way was given to the next shopper' },
  { seed: 16159, was: 'as 44005: a tab gave way with what only its memory had held' },
  { seed: 16573, was: 'as 5416: nobody read the store any more' },
  {
    seed: 18388,
    was: 'what was sent was let go of where a tab joined its store, though a restore had lost it before either had read its log',
  },
  { seed: 18554, was: 'as 769, by the other way in, which has no welcome that would tell of it' },
  {
    seed: 22014,
    was: 'what was sent by the other way in stayed sent for ever, where a restore had lost it before its log was read',
  },
  { seed: 22499, was: 'a line of the story waited again, brought back by a store that had never read its log' },
  { seed: 24195, was: 'the world took an open that waited once more for a line that goes back' },
  { seed: 25504, was: 'a line was let go of because the log had come to its number, which a restore had given to an agent' },
  { seed: 26722, was: 'the world wanted to have sent again what was said in a conversation whose end was still on its way' },
  {
    seed: 31712,
    was: 'the world missed what only the memory of a tab had held that crashed, because another tab had written it',
  },
  { seed: 32309, was: 'after a minute without a welcome a tab waited for half another, though the network was healthy again' },
  {
    seed: 34035,
    was: 'that a promised time had passed stood there twice, where a tab that had left the conversation joined the others',
  },
  { seed: 43308, was: 'the world missed what stood in a store that could not be emptied, once the next one had written over it' },
  { seed: 43598, was: 'what was being written in one tab while its shopper left in another became a line of the next one' },
  {
    seed: 44005,
    was: 'the world missed what a tab had kept in its memory, because its store had answered once before it gave way',
  },
  { seed: 45834, was: 'a tab that froze with a line under way gave it to the next shopper when it ran again' },
  { seed: 46314, was: 'a line waited again, brought back by a store that had never heard into which conversation it had gone' },
  {
    seed: 48979,
    was: 'a store that had stayed in the log before a restore brought it back, and nobody asked the desk which log it has',
  },
  {
    seed: 59357,
    was: 'the lines of a conversation that was over were gone, where a tab left it before it had what reads a log',
  },
  {
    seed: 59981,
    was: 'a line waited again, brought back by a tab that had never read how its conversation had gone on and ended',
  },
  { seed: 61237, was: 'the world was not given the time to say one more thing after all that waited had been refused' },
  {
    seed: 78681,
    was: 'the world ended a process in the healthy minute, because the event at which it was to end had not come before',
  },
  {
    seed: 99597,
    was: 'a tab joined a store that had stayed in a conversation which was over, and what a restore had lost of the next one was left',
  },
]
