import { drawnPicture } from './drawn-picture.js'

/** Where the pictures of the stage's cards would be. Nobody is asked for them: they are drawn before the browser would ask. */
export const STUDIO_PICTURES = 'https://pictures.example/'

/** Draws the pictures of cards in a chat as they come. A card's picture is loaded once it is laid out, which is after this. */
export function drawCards(chat: ShadowRoot): void {
  new MutationObserver(() => {
    for (const picture of chat.querySelectorAll<HTMLImageElement>(`img[src^="${STUDIO_PICTURES}"]`))
      picture.src = drawnPicture(picture.src.slice(STUDIO_PICTURES.length)).toDataURL()
  }).observe(chat, { subtree: true, childList: true })
}
