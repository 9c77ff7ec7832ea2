const WIDTH = 56

/** Two columns of lines, those that differ marked. */
export function sideBySide(
  left: readonly string[],
  right: readonly string[],
  names: readonly [string, string],
): readonly string[] {
  const rows = Array.from({ length: Math.max(left.length, right.length) }, (_, index) => [left[index], right[index]] as const)
  return [
    `    ${names[0].padEnd(WIDTH)}   ${names[1]}`,
    ...rows.flatMap(([one, other]) => {
      const mark = one === other ? ' ' : '│'
      const [before, after] = [folded(one ?? ''), folded(other ?? '')]
      return Array.from({ length: Math.max(before.length, after.length) }, (_, index) =>
        `  ${mark} ${(before[index] ?? '').padEnd(WIDTH)} ${mark} ${after[index] ?? ''}`.trimEnd(),
      )
    }),
  ]
}

/** A line in pieces that fit into a column, broken at spaces. */
function folded(line: string): readonly string[] {
  const pieces: string[] = []
  let rest = line
  while (rest.length > WIDTH) {
    const space = rest.lastIndexOf(' ', WIDTH)
    const end = space > WIDTH / 2 ? space : WIDTH
    pieces.push(rest.slice(0, end))
    rest = `    ${rest.slice(end).trimStart()}`
  }
  return [...pieces, rest]
}
