#!/usr/bin/env node
import { main } from './main.js'
import { terminalOf } from './terminal.js'

// Whoever reads only the first lines, as `head` does, closes the pipe: that is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(0)
})
process.exitCode = await main(process.argv.slice(2), terminalOf(process))
