import { parseRecording, type Recording } from '@shopbell/core/testing'
import { Complaint, messageOf } from './complaint.js'
import { readJson } from './files.js'

/** A recording from a file. */
export async function readRecording(path: string): Promise<Recording> {
  const value = await readJson(path)
  try {
    return parseRecording(value)
  } catch (error) {
    throw new Complaint(`${path}: ${messageOf(error)}`)
  }
}
