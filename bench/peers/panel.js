/** A place of the same size for each. */
export function panel(page) {
  const place = document.createElement('div')
  place.style.cssText = 'position:fixed;right:20px;bottom:20px;width:380px;height:560px'
  page.append(place)
  return place
}

/** Puts a style sheet on the page. */
export function dress(css) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  document.adoptedStyleSheets.push(sheet)
}
