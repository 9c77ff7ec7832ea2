import type { Transcript } from '@shopbell/core'

/** Whether the last line is a person's: nobody waits for an answer then. */
export const hasLastWord = ({ chunks, tail }: Transcript): boolean => [...(chunks.at(-1) ?? []), ...tail].at(-1)?.by === 'agent'
