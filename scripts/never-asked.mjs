/** The versions that were looked through. Another one ends the build: look at what is new there, then change this. */
export const lookedThrough = { preact: '11.2.0', '@preact/signals-core': '1.14.5' }

/**
 * What the widget never asks of Preact and its signals, in their own sources: conditions that never hold here, conditions that always do,
 * and what is gone. Each place is there once, or as often as is said after it.
 *
 * In return the widget's components must do without; `e2e/lean-preact.test.ts` holds them to it.
 */
export const neverAsked = {
  preact: {
    'src/diff/index.js': {
      never: [
        // No server has drawn before, and nobody waits for a promise while drawing.
        'oldVNode._flags & MODE_SUSPENDED',
        'isHydrating || excessDomChildren',
        '!isHydrating && excessDomChildren',
        [/(?<=if \()(?:excessDomChildren|isHydrating|resumed)(?=\))/, 6],
        /!skipRemove &&\s+\(r = vnode\._component\) &&\s+\(r = r\._excess\)/,
        // Nothing is drawn into another element than its parent's.
        [/(?<=if \()newProps\._parentDom(?=\))/, 2],
        // Nobody sets HTML.
        ["i == 'dangerouslySetInnerHTML'", 2],
        [/(?<=if \()(?:newHtml|oldHtml)(?=\))/, 2],
        // No component is a class, has state, or takes what is handed down in any other way than by the hook.
        '(tmp = newType.prototype) && tmp.render',
        'tmp && globalContext[tmp._id]',
        /(?<=const componentContext = )tmp/,
        /provider(?=\) provider\.sub)/,
        /(?<=if \()c\.componentWillUpdate(?=\))/,
        '(c.state = c._nextState)',
        // Nobody catches what another component throws.
        'c._bits & COMPONENT_PENDING_ERROR',
        'c._bits & COMPONENT_PROCESSING_EXCEPTION',
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
        // The signals are told before each drawing.
        /(?<=if \()renderHook(?=\))/,
        /(?<=if \()options\._commit(?=\))/,
        /(?<=if \()options\.unmount(?=\))/,
        [/!\(i == '(?:value|checked)' && 'default(?:Value|Checked)' in newProps\)/, 2],
      ],
      gone: [
        /excessDomChildren =\s+nodeType == 'textarea'[^;]+;/,
        /excessDomChildren\s+\? excessDomChildren\[0\]\s+: /,
        /excessDomChildren = NULL;(?=\n\t\})/,
        [/^\t+(?:excessDomChildren|isHydrating),\n/m, 10],
        '|| document',
        'tmp = newType.contextType;',
        'if (!c.state) c.state = {};',
        [/^\t+(?:oldProps = c\.props|oldState = c\.state|c\.state = c\._nextState|c\._stateCallbacks = \[\]);\n/m, 7],
        [/EMPTY_ARR\.push\.apply\(c\._renderCallbacks, c\._stateCallbacks\);/, 2],
        [/^\t+c\._nextState,\n/m, 2],
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
      // Nobody changes an event before it is heard, or hears it on its way down.
      never: ["name == 'style'", "name == 'popover' && value == true", /options\.event(?= \?)/],
      gone: [
        /name = name\.replace\(\/xlink.*/,
        [/name != '(?:popover|rowSpan|colSpan|list|form|download)' &&/, 6],
        /useCapture = name != .*/,
        [/, useCapture(?=\))/, 2],
      ],
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
        [/let old\w+ = options\.\w+;/, 6],
        /options\._root = .*?\n\};/s,
        'state._context = context;',
        /prevRaf = .*/,
        / = hookItem\._nextValue(?= = undefined)/,
        [/(?<=\t)currentHook = \d;/, 5],
      ],
    },
  },
  '@preact/signals-core': {
    'src/index.ts': {
      // An effect that has begun last is ended first.
      never: ['evalContext !== this'],
      gone: [
        // Effects have nothing to clear away.
        [/cleanupEffect\((?:this|effect)\);/, 2],
        'this._cleanup = undefined;',
        /const cleanup = (?=this\._fn\(\);)/,
        /if \(typeof cleanup === "function"\) \{\s+this\._cleanup = cleanup;\s+\}/,
        // Nobody batches: nothing is taken down to see afterwards whether it has changed. Nor does anybody collect effects.
        'recordBatchSnapshot(this);',
        'reconcileBatchSnapshots();',
        'this._batchSnapshotVersion = 0;',
        /const prevCapturedEffects = capturedEffects;(?=\s+evalContext)/,
        /(?<=\/\/ establish their own capture scope\.\s+)capturedEffects = undefined;/,
        /(?<=evalContext = prevContext;\s+)capturedEffects = prevCapturedEffects;/,
        /if \(capturedEffects\) \{\s+capturedEffects\.push\(this\);\s+\}/,
        // A signal has no name, does not hear that it is watched, and nobody takes it for its value.
        [/untracked\(\(\) => \{\s+this\._(?:un)?watched\?\.call\(this\);\s+\}\);/, 2],
        /this\._watched = [^;]+;\s+this\._unwatched = [^;]+;/,
        [/this\.name = options\?\.name;/, 2],
        /,\s+\{ name: "sub" \}/,
        /Signal\.prototype\.brand = [^;]+;/,
        /Signal\.prototype\.valueOf = .*?(?=Signal\.prototype\.peek = )/s,
        /Effect\.prototype\.dispose = .*?\n\};/s,
        /\(dispose as any\)\[Symbol\.dispose\] = dispose;/,
      ],
    },
  },
}
