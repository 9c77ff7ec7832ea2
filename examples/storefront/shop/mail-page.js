// The demo's letter box: what the desk would have mailed, had it a mail server. Text is put in as text, links are made by hand.
const LINK = /https?:\/\/\S+#shopbell-resume=[\w.-]+/

const box = document.getElementById('mails')
const hint = document.getElementById('mails-hint')

const element = (name, ...children) => {
  const made = document.createElement(name)
  made.append(...children)
  return made
}

function drawMail({ to, subject, text }) {
  const address = LINK.exec(text)?.[0]
  const link = element('a', 'Open the ticket in the shop')
  if (address) link.href = address
  const body = element('pre', address ? text.replace(address, '') : text)
  return element('li', element('h2', subject), element('p', `To ${to}`), body, ...(address ? [element('p', link)] : []))
}

async function look() {
  try {
    const response = await fetch('/demo/mails', { cache: 'no-store' })
    const { mails } = await response.json()
    hint.textContent =
      mails.length === 0 ? 'No mail yet. Leave a message in the chat, with an address; answer it in the inbox.' : ''
    box.replaceChildren(...mails.map(drawMail))
  } catch {
    hint.textContent = 'The desk does not answer. This page looks again by itself.'
  }
}

await look()
setInterval(look, 5_000)
