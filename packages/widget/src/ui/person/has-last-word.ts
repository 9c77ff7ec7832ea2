import { type Transcript, toArray } from '@shopbell/core'

/** Whether the last line is a person's: nobody waits for an answer then. */
export const hasLastWord = (transcript: Transcript): boolean => toArray(transcript).at(-1)?.by === 'agent'
