// The least that a socket.io server can do: answers each message with an acknowledgement. What the desk's throughput is held against.
import { createServer } from 'node:http'
import { Server } from 'socket.io'

const server = createServer()
const io = new Server(server, { serveClient: false })
io.on('connection', (socket) => socket.on('submit', (value, acknowledge) => acknowledge({ t: 'committed', cmid: value.cmid })))
server.listen(Number(process.env.PORT), '127.0.0.1', () => console.log('open'))
