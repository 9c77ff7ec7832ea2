import { test } from 'vitest'
import { stageForEach } from '../each-stage.js'
import { leavesNothing } from './cycles.js'

const stage = stageForEach()

test('a chat that comes and goes leaves nothing behind', () => leavesNothing(stage, 12, 3))
