/**
 * Adds a style sheet to a shadow root. A constructed sheet is no inline style, so it works under a policy without `style-src`.
 * The answer puts another one in its place: for a new text in the same sheet a browser would settle every style anew.
 */
export function adoptStyles(root: ShadowRoot, css: string): (css: string) => void {
  const place = root.adoptedStyleSheets.length
  const put = (next: string) => {
    const sheets = [...root.adoptedStyleSheets]
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(next)
    sheets[place] = sheet
    root.adoptedStyleSheets = sheets
  }
  put(css)
  return put
}
