import { expect, test } from 'vitest'
import { rooms, sizeOfRoom } from '../scripts/room-sizes.mjs'

test.each([...rooms])('$name: at most $limit bytes', async (room) => {
  const size = await sizeOfRoom(room)
  if (size > room.goal)
    console.log(`${room.name}: ${size} bytes, of which ${size - room.goal} are still above the goal of ${room.goal}.`)
  expect(size).toBeGreaterThan(400)
  expect(size, room.name).toBeLessThanOrEqual(room.limit)
})
