const KEY = 'fern:cookies'

function chosen() {
  try {
    return localStorage.getItem(KEY) !== null
  } catch {
    return true // Where nothing can be stored there is nothing to ask.
  }
}

/** Asks once. Nothing is stored before one of the two buttons is pressed. */
export function askAboutCookies() {
  const card = document.querySelector('.cookie-card')
  card.hidden = chosen()
  card.addEventListener('click', (event) => {
    const answer = event.target.closest('[data-cookies]')?.dataset.cookies
    if (!answer) return
    card.hidden = true
    try {
      localStorage.setItem(KEY, answer)
    } catch {
      // Not stored, so it will be asked again; the answer counts for this page.
    }
  })
  document.querySelector('[data-cookies-again]').addEventListener('click', () => {
    card.hidden = false
    card.querySelector('button').focus()
  })
}
