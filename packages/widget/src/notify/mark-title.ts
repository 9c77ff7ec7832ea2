/** Writes how many messages wait before the page's title, and takes it away again. What the page makes of its title meanwhile stays. */
export function titleMark(): (unread: number) => void {
  let mark = ''
  return (unread) => {
    const { title } = document
    const own = mark && title.startsWith(mark) ? title.slice(mark.length) : title
    mark = unread > 0 ? `(${Math.min(unread, 99)}${unread > 99 ? '+' : ''}) ` : ''
    if (mark + own !== title) document.title = mark + own
  }
}
