import { basename } from 'node:path'
import { checkTheme, parseTheme } from '@shopbell/themes'
import type { Call } from '../command.js'
import { Complaint } from '../complaint.js'
import { writeText } from '../files.js'
import { readTheme } from '../read-theme.js'
import type { Terminal } from '../terminal.js'
import { hostsOf, tellFindings } from './theme-check.js'

/** Writes a theme as the JSON that a script tag can name. A theme with findings is not packed: shoppers would meet them. */
export async function packTheme(given: readonly string[], call: Call, terminal: Terminal): Promise<number> {
  const [file = '', ...more] = given
  if (more.length > 0) throw new Complaint('One theme is packed at a time.')
  const read = await readTheme(file)
  // Judged is what shoppers read, which may be another than what was written: an object can say how it is put into JSON.
  const packed = packedText(read)
  const findings = [read, packed].map((one) => checkTheme(one, hostsOf(call))).find(({ length }) => length > 0)
  if (findings) {
    tellFindings(file, findings, terminal)
    return 1
  }
  const out = call.value('out') ?? `${parseTheme(read).name}.theme.json`
  await writeText(out, packed)
  terminal.out(out)
  terminal.note('Put it where your shop’s files are, reachable over https, and name it in the script tag:')
  terminal.note(`  data-theme="https://your-shop.example/${basename(out)}"`)
  terminal.note('From another host than the shop’s own, say so beside it: data-hosts="cdn.your-shop.example".')
  return 0
}

/** A theme as JSON of this version; what is none stays as it is, for the checker to say so. */
function packedText(read: unknown): string {
  try {
    const written: unknown = typeof read === 'string' ? JSON.parse(read.replace(/^\uFEFF/, '')) : read
    return `${JSON.stringify({ ...Object(written), version: 1 })}\n`
  } catch {
    return ''
  }
}
