import { basename } from 'node:path'
import { checkTheme, parseTheme } from '@shopbell/themes'
import type { Call } from '../command.js'
import { Complaint } from '../complaint.js'
import { writeText } from '../files.js'
import { readTheme } from '../read-theme.js'
import type { Terminal } from '../terminal.js'
import { hostsOf, placed, tellFindings } from './theme-check.js'

/** Writes a theme as the JSON that a script tag can name. A theme with findings is not packed: shoppers would meet them. */
export async function packTheme(given: readonly string[], call: Call, terminal: Terminal): Promise<number> {
  const [file = '', ...more] = given
  if (more.length > 0) throw new Complaint('One theme is packed at a time.')
  const read = await readTheme(file)
  // Judged is what shoppers read, which may be another than what was written: an object can say how it is put into JSON.
  const packed = packedText(read)
  const judged = [read, packed].map((one) => checkTheme(one, hostsOf(call))).find(({ length }) => length > 0)
  if (judged) {
    const findings = judged.map((finding) => placed(finding, read))
    tellFindings(file, findings, terminal)
    return 1
  }
  const out = call.value('out') ?? `${parseTheme(read).name}.theme.json`
  await writeText(out, packed)
  terminal.out(out)
  terminal.note('Put it where your shop’s files are, reachable over https, and name it in the script tag:')
  terminal.note(`  data-theme="https://your-shop.example/${basename(out)}"`)
  terminal.note('From another host than the shop’s own, say so beside it: data-hosts="cdn.your-shop.example".')
  terminal.note(
    'That host has to send Access-Control-Allow-Origin, too; and a page with a policy, the file’s host under connect-src.',
  )
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
