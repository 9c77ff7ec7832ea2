import type { CDPSession } from 'playwright'

type Reply = Awaited<ReturnType<typeof fullTree>>
type AxNode = Reply['nodes'][number]

/** A node of the document as the browser describes it, with what is in it. */
export interface DomNode {
  readonly backendNodeId: number
  readonly children?: readonly DomNode[]
}

/** The browser's accessibility tree at one moment. */
export interface Tree {
  readonly root: AxNode | undefined
  of(node: DomNode): AxNode | undefined
  childrenOf(node: AxNode): readonly AxNode[]
  /** From the outermost to the node itself. */
  pathTo(node: AxNode): readonly AxNode[]
}

const fullTree = (session: CDPSession) => session.send('Accessibility.getFullAXTree')

/** Asks the browser for its accessibility tree. */
export async function treeOf(session: CDPSession): Promise<Tree> {
  const { nodes } = await fullTree(session)
  const byId = new Map(nodes.map((node) => [node.nodeId, node]))
  const byDom = new Map(nodes.map((node) => [node.backendDOMNodeId, node]))
  const pathTo = (node: AxNode): AxNode[] => {
    const parent = node.parentId === undefined ? undefined : byId.get(node.parentId)
    return parent ? [...pathTo(parent), node] : [node]
  }
  return {
    root: nodes[0],
    of: (node) => byDom.get(node.backendNodeId),
    childrenOf: (node) => (node.childIds ?? []).flatMap((id) => byId.get(id) ?? []),
    pathTo,
  }
}

const roleOf = (node: AxNode) => (node.ignored ? '' : String(node.role?.value ?? ''))
const nameOf = (node: AxNode) => String(node.name?.value ?? '').trim()
const propertyOf = (node: AxNode, name: string): unknown => node.properties?.find((one) => one.name === name)?.value.value

/** What is in a node, as text: what a screen reader says of a live region. */
function textOf(tree: Tree, node: AxNode): string {
  const role = roleOf(node)
  // Spaces around a text say whether it goes on from the one before it.
  if (role === 'StaticText') return String(node.name?.value ?? '')
  if (role === 'InlineTextBox') return ''
  const inside = sentence(tree.childrenOf(node).map((child) => textOf(tree, child)))
  return inside || (role && role !== 'RootWebArea' ? nameOf(node) : '')
}

/** Puts pieces together with the pauses that a voice makes between objects. */
function sentence(pieces: readonly string[]): string {
  return pieces
    .filter((piece) => piece !== '')
    .reduce((said, piece) => {
      if (said === '' || /\s$/.test(said) || /^[\s.,;:!?)]/.test(piece)) return said + piece
      return said + (/[.,;:!?…]$/.test(said) ? ' ' : ', ') + piece
    }, '')
}

const tidy = (words: string) => words.replace(/\s+/g, ' ').trim()

/** An announcement of a live region. */
export interface Announcement {
  readonly politeness: string
  readonly words: string
}

/** What is said of nodes that came or changed together: one announcement for each region that wants one. */
export function inPassing(tree: Tree, nodes: readonly DomNode[]): readonly Announcement[] {
  const regions = new Map<AxNode, Set<AxNode>>()
  const came = new Set<number | undefined>()
  const collect = (node: DomNode) => {
    came.add(node.backendNodeId)
    node.children?.forEach(collect)
  }
  nodes.forEach(collect)
  const enter = (node: DomNode) => {
    const found = tree.of(node)
    if (!found) return node.children?.forEach(enter)
    const region = tree.pathTo(found).findLast((one) => propertyOf(one, 'live') !== undefined)
    // A region that has come with its words is not reliably said by any screen reader, but for an alert.
    if (!region || (propertyOf(region, 'live') !== 'assertive' && came.has(region.backendDOMNodeId))) return undefined
    const pieces = regions.get(region) ?? new Set()
    regions.set(region, pieces.add(propertyOf(region, 'atomic') === true ? region : found))
    return undefined
  }
  nodes.forEach(enter)
  return [...regions]
    .map(([region, pieces]) => ({
      politeness: String(propertyOf(region, 'live')),
      words: tidy(sentence([...pieces].map((piece) => textOf(tree, piece)))),
    }))
    .filter(({ politeness, words }) => politeness !== 'off' && words !== '')
}

const CONTAINERS = ['dialog', 'group', 'form', 'list', 'region', 'article', 'radiogroup', 'log', 'complementary']
const ROLES: Readonly<Record<string, string>> = {
  textbox: 'edit',
  searchbox: 'search edit',
  radio: 'radio button',
  combobox: 'combo box',
  image: 'graphic',
  img: 'graphic',
}

/** The name of an object, what it is and what state it is in. */
function describe(node: AxNode): string {
  const role = roleOf(node)
  const state = (name: string, words: Readonly<Record<string, string>>) => words[String(propertyOf(node, name))]
  const level = propertyOf(node, 'level')
  return [
    nameOf(node),
    role === 'heading' ? `heading level ${level}` : (ROLES[role] ?? role),
    state('modal', { true: 'modal' }),
    state('multiline', { true: 'multi line' }),
    state('hasPopup', { dialog: 'opens a dialog', menu: 'opens a menu' }),
    state('expanded', { true: 'expanded', false: 'collapsed' }),
    node.role?.value === 'radio' ? state('checked', { true: 'checked', false: 'not checked' }) : undefined,
    state('required', { true: 'required' }),
    state('invalid', { true: 'invalid entry' }),
    state('disabled', { true: 'unavailable' }),
    state('busy', { true: 'busy' }),
    propertyOf(node, 'keyshortcuts') && `shortcut ${propertyOf(node, 'keyshortcuts')}`,
    node.value?.value && role !== 'heading' && `“${node.value.value}”`,
    tidy(String(node.description?.value ?? '')),
  ]
    .filter(Boolean)
    .join(', ')
}

/** An object that was spoken of, with what it is in. */
export interface Spoken {
  readonly words: string
  readonly path: readonly string[]
}

/** What is said of the object that has the focus now: first what was entered with it, then itself. */
export function inFocus(tree: Tree, node: DomNode, before: Spoken | undefined): Spoken | undefined {
  const found = tree.of(node)
  if (!found) return undefined
  const path = tree.pathTo(found)
  const entered = path
    .slice(0, -1)
    .filter((one) => CONTAINERS.includes(roleOf(one)) && !before?.path.includes(one.nodeId))
    .filter((one) => nameOf(one) !== '' || roleOf(one) === 'list')
  return {
    words: [...entered.map(describe), describe(found)].join('; '),
    path: path.map(({ nodeId }) => nodeId),
  }
}

/** The whole dialog, object by object, in reading order. */
export function readThrough(tree: Tree): readonly string[] {
  const lines: string[] = []
  const walk = (node: AxNode) => {
    const role = roleOf(node)
    const inside = tree.childrenOf(node)
    if (role === 'InlineTextBox') return
    if (role === 'StaticText') lines.push(tidy(textOf(tree, node)))
    else if (/^(heading|button|link|textbox|searchbox|radio|combobox|image|img)$/.test(role)) lines.push(describe(node))
    else {
      if (role === 'list') lines.push(`${describe(node)}, ${inside.length} items`)
      else if (CONTAINERS.includes(role) && (nameOf(node) !== '' || role === 'log')) lines.push(describe(node))
      const leaves = inside.every((one) => ['StaticText', 'time', 'LineBreak'].includes(roleOf(one)))
      if (role !== '' && leaves && inside.length > 1) lines.push(tidy(textOf(tree, node)))
      else for (const one of inside) walk(one)
    }
  }
  const find = (node: AxNode): AxNode | undefined =>
    roleOf(node) === 'dialog'
      ? node
      : tree
          .childrenOf(node)
          .map(find)
          .find((one) => one)
  const dialog = tree.root && find(tree.root)
  if (dialog) walk(dialog)
  return lines.filter((line) => line !== '')
}
