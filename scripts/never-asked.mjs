/** The version that was looked through. Another one ends the build: look at what is new there, then change this. */
export const lookedThrough = '11.2.0'

/**
 * What the widget never asks of Preact, in Preact's own sources: conditions that never hold here, conditions that always do, and what is
 * gone. Each place is there once, or as often as is said after it.
 *
 * In return the widget's components must do without; `e2e/lean-preact.test.ts` holds them to it.
 */
export const neverAsked = {
  'src/diff/index.js': {
    never: [
      // No server has drawn before, and nobody waits for a promise while drawing.
      'oldVNode._flags & MODE_SUSPENDED',
      'isHydrating || excessDomChildren',
      '!isHydrating && excessDomChildren',
      [/(?<=if \()(?:excessDomChildren|isHydrating|resumed)(?=\))/, 6],
      /\(r = r\._excess\)/,
      // Nothing is drawn into another element than its parent's.
      [/(?<=if \()newProps\._parentDom(?=\))/, 2],
      // Nobody sets HTML.
      ["i == 'dangerouslySetInnerHTML'", 2],
      [/(?<=if \()(?:newHtml|oldHtml)(?=\))/, 2],
      // Classes draw, and say whether they have to; they take nothing from above.
      'tmp && globalContext[tmp._id]',
      /(?<=const componentContext = )tmp/,
      /provider(?=\) provider\.sub)/,
      /(?<=if \()newType\.getDerivedStateFromProps(?=\))/,
      [/!newType\.getDerivedStateFromProps/, 2],
      'isClassComponent && c.componentDidMount',
      'isClassComponent && c.componentDidUpdate',
      /(?<=if \()c\.componentWillUpdate(?=\))/,
      /c\.getSnapshotBeforeUpdate(?=\n)/,
      // There are no formulas, templates, bars of progress, customised elements, or HTML in pictures.
      "nodeType == 'math'",
      "nodeType == 'foreignObject'",
      'namespace == MATH_NAMESPACE && MATHML_TOKEN_ELEMENTS.test(nodeType)',
      "nodeType == 'template' && dom.content",
      "nodeType == 'progress' && inputValue == NULL",
      "nodeType == 'progress' && !inputValue",
      /newProps\.is(?= \?)/,
    ],
    always: [
      '!(e && e.then)',
      '!isHydrating || dom.data != newProps',
      "!isHydrating || typeof value == 'function'",
      "!isHydrating || nodeType == 'textarea'",
      '!vnode.props._parentDom',
      [/!\(i == '(?:value|checked)' && 'default(?:Value|Checked)' in newProps\)/, 2],
    ],
    gone: [
      /excessDomChildren =\s+nodeType == 'textarea'[^;]+;/,
      /excessDomChildren\s+\? excessDomChildren\[0\]\s+: /,
      /excessDomChildren = NULL;(?=\n\t\})/,
      [/^\t+(?:excessDomChildren|isHydrating),\n/m, 10],
    ],
  },
  'src/diff/children.js': {
    never: [
      // Nobody else puts comments between what is drawn, and nothing is set aside while it waits.
      'oldVNode._flags & REF_DETACHED',
      /(?<=if \()parentVNode\.props\._parentDom/,
      /next && next\.nodeType == 8/,
      /oldDom\.nodeType == 8/,
    ],
    gone: [[/^\t+(?:excessDomChildren|isHydrating),\n/m, 4]],
  },
  'src/diff/props.js': {
    // Styles are in sheets, where a content security policy wants them.
    never: ["name == 'style'", "name == 'popover' && value == true"],
    gone: [/name = name\.replace\(\/xlink.*/, [/name != '(?:popover|rowSpan|colSpan)' &&/, 3]],
  },
  'src/diff/catch-error.js': {
    // Nobody catches what another component throws.
    gone: [/try \{\s+ctor = .*?\} catch \(e\) \{\s+error = e;\s+\}/s],
  },
  'src/component.js': {
    // State is kept in signals, and nobody holds drawing back, as tests and tools may.
    never: [/(?<=if \()options\.vnode/, 'prevDebounce != options.debounceRendering', [/(?<=\()prevDebounce(?= \|\|)/, 2]],
    always: [[/!vnode\.props\._parentDom/, 2]],
    gone: [
      /BaseComponent\.prototype\.setState = .*?\n\};/s,
      /prevDebounce = .*/,
      [/^\t+oldVNode\._flags & MODE_HYDRATE(?: \? \[oldDom\] : NULL)?,\n/m, 2],
    ],
  },
  'src/create-element.js': { never: ['!original && options.vnode'] },
  'src/create-context.js': {
    // What is handed down is taken by a hook.
    gone: [/Context\.Consumer = .*?\n\t\};/s, 'Context.Consumer.contextType = '],
  },
  'src/render.js': {
    // What is drawn into is an empty shadow root.
    never: ['vnode && vnode._flags & MODE_HYDRATE', /(?<=if \()options\._root/, 'parentDom.nodeType == 9'],
    gone: [/oldVNode\s+\? NULL\s+: parentDom\.firstChild\s+\?[^:]+:\s+NULL,/, 'isHydrating,'],
  },
  'hooks/src/index.js': {
    never: [
      // Nobody was there before.
      [/(?<=if \()old\w+(?=\) old)/, 6],
      /(?<=if \()options\._hook/,
      'prevRaf != options.requestAnimationFrame',
      /(?<=\()prevRaf(?= \|\|)/,
      // State is kept in signals.
      [/(?<=if \()hookItem\._nextValue/, 2],
      // Nobody catches what an effect throws.
      /(?<=if \()errorParent === undefined/,
    ],
    always: [
      ['!options._skipEffects', 2],
      [/(?<=if \()HAS_RAF/, 2],
    ],
    gone: [
      /options\._root = .*?\n\};/s,
      'state._context = context;',
      /prevRaf = .*/,
      / = hookItem\._nextValue(?= = undefined)/,
      [/(?<=\t)currentHook = \d;/, 5],
    ],
  },
}
