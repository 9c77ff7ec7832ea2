// Only for the demo: `?theme=fjord` puts another theme into the chat's script tag before that script runs. A shop writes the theme
// into the tag and needs nothing of this. It is a plain script ahead of the tag, so that it hears of the tag first.
;(() => {
  const theme = new URLSearchParams(location.search).get('theme')
  if (!/^[a-z][a-z0-9-]{0,39}$/.test(theme ?? '')) return
  const observer = new MutationObserver(() => {
    const tag = document.querySelector('script[src$="shopbell.js"]')
    if (!tag) return
    tag.dataset.theme = theme
    observer.disconnect()
  })
  observer.observe(document.head, { childList: true })
})()
