/** Makes a field as high as its text, in browsers that cannot size it by its content. */
export function fitHeight(field: HTMLElement): void {
  if (CSS.supports('field-sizing', 'content')) return
  field.style.height = 'auto'
  field.style.height = `${field.scrollHeight}px`
}
