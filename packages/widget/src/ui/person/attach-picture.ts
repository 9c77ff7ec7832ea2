import { LIMITS } from '@shopbell/core'
import type { Counter } from '../counter.js'

/** Puts a picture into the conversation. What does not fit is refused before it is read, so that a huge file freezes nothing. */
export async function attachPicture({ chat, picture }: Counter, file: File): Promise<void> {
  if (picture.value === 'adding') return
  if (!file.type.startsWith('image/')) {
    picture.value = 'not_an_image'
    return
  }
  if (file.size > LIMITS.upload) {
    picture.value = 'too_big'
    return
  }
  picture.value = 'adding'
  try {
    const bytes = new Uint8Array(await file.arrayBuffer())
    picture.value = await chat.attach({ name: file.name, type: file.type, bytes })
  } catch {
    picture.value = 'unavailable'
  }
}
