// How large delivery's rooms are by themselves. `node scripts/room-sizes.mjs` prints it.
import { fileURLToPath } from 'node:url'
import { brotliCompressSync } from 'node:zlib'
import { build } from 'vite'

const packages = fileURLToPath(new URL('../packages/', import.meta.url))
const ENTRY = '/room.js'

/** What has been downloaded before, or is counted elsewhere. */
const BEFORE = /\/(outbox|limits|opening-limits|read|parse-availability)\.ts$/
/** Other rooms of the same chunk: the promises, the packet, the view, the end of a session. */
const OTHERS = /\/(keep-promises|end-session|person-actions|read-log|queue-commands)\.ts$/

/**
 * What each room is made of, and what of that is not counted. The socket library is in none of them; `goal` is where a room is to
 * go, and is said until it is reached.
 */
export const rooms = [
  { name: 'outbox', limit: 1_200, goal: 1_200, modules: ['core/src/delivery/outbox.ts'], without: [] },
  {
    // The reducers, and what holds the copy of the log and the place among the tabs.
    name: 'link, log and tabs',
    limit: 4_500,
    goal: 4_500,
    modules: [
      'core/src/delivery/link.ts',
      'core/src/delivery/log.ts',
      'core/src/delivery/tabs.ts',
      'core/src/live/replica.ts',
      'core/src/live/tab-role.ts',
      'widget/src/browser/lead-tabs.ts',
    ],
    without: [BEFORE],
  },
  {
    // The same with `live.ts`, which runs them on a wire. 35 of these bytes say that a desk does not take a conversation, which
    // was called unreachable before, and let go of the lead where a tab does not see what the others keep; 30 more let a shopper leave a
    // ticket that was closed from the other side, where there is no log to say so; and 60, half of them for asking the module for it, see
    // that the desk has ended a session, which before was tried for ever, with the shopper held in that conversation.
    name: 'link, log and tabs at work',
    limit: 5_825,
    goal: 4_500,
    modules: ['core/src/live.ts', 'widget/src/browser/lead-tabs.ts'],
    without: [BEFORE, OTHERS],
  },
]

/** Brotli bytes of a room, bundled and minified alone. */
export async function sizeOfRoom({ name, modules, without }) {
  const room = {
    name: 'room',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (source.endsWith(ENTRY)) return source
      const found = await this.resolve(source, importer, { skipSelf: true })
      return found && without.some((other) => other.test(found.id)) ? { id: source, external: true } : found
    },
    load: (id) =>
      id.endsWith(ENTRY) ? modules.map((file) => `export * from ${JSON.stringify(packages + file)}`).join('\n') : undefined,
  }
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'silent',
    publicDir: false,
    root: packages,
    plugins: [room],
    build: {
      write: false,
      target: 'es2022',
      lib: { entry: { room: `${packages}${name}${ENTRY}` }, formats: ['es'] },
      rolldownOptions: { output: { minify: true, comments: false } },
    },
  })
  return brotliCompressSync(output.find((file) => file.isEntry).code).length
}

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const room of rooms) console.log(`${String(await sizeOfRoom(room)).padStart(6)} of ${room.limit}  ${room.name}`)
