import type { PassThrough } from 'node:stream'

/** All that was written to the stream since it was last asked. Node before 26 hands it over whole, later ones piece by piece. */
export function printed(stream: PassThrough): string {
  const pieces: string[] = []
  for (let piece = stream.read(); piece !== null; piece = stream.read()) pieces.push(String(piece))
  return pieces.join('')
}
