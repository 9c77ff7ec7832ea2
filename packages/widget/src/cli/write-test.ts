import { dirname, relative, resolve, sep } from 'node:path'
import { type Recording, toTest } from '@shopbell/core/testing'
import { writeText } from './files.js'

/** Writes a Vitest file that replays a recording with the flow that was named on the command line. */
export async function writeTest(file: string, recording: Recording, flow: string | undefined): Promise<void> {
  const own = flow !== undefined && /\.(?:m?js|json)$/i.test(flow) ? { flow: importFrom(file, flow) } : {}
  const typed = !/\.[cm]?jsx?$/i.test(file)
  await writeText(file, toTest(recording, `a conversation with ${recording.flow}`, { ...own, typed }))
}

/** How a file imports another; both are named from where the command runs. */
function importFrom(file: string, other: string): string {
  const path = relative(dirname(resolve(file)), resolve(other))
    .split(sep)
    .join('/')
  return path.startsWith('../') ? path : `./${path}`
}
