import type { HostPage } from './host-page.js'

const style = (css: string) => `<style nonce="n">${css}</style>`

/** Pages whose style sheets reach for everything. The rules are those of the frameworks, as far as they touch what is not theirs. */
export const styled: readonly HostPage[] = [
  {
    name: 'a page with Bootstrap 3’s normalisation',
    head: style(`
      html { font-family: sans-serif; -webkit-text-size-adjust: 100%; font-size: 10px; -webkit-tap-highlight-color: transparent }
      body { margin: 0; font-family: "Helvetica Neue", Helvetica, Arial, sans-serif; font-size: 14px; line-height: 1.42857143; color: #333; background: #fff }
      *, *::before, *::after { box-sizing: border-box }
      button, input, optgroup, select, textarea { margin: 0; font: inherit; color: inherit }
      button { overflow: visible; text-transform: none } button, html input[type=button] { -webkit-appearance: button; cursor: pointer }
      input { line-height: normal } input, button, select, textarea { font-family: inherit; font-size: inherit; line-height: inherit }
      a { color: #337ab7; text-decoration: none } svg:not(:root) { overflow: hidden } img { border: 0; vertical-align: middle }
      h1, h2, h3 { font-family: inherit; font-weight: 500; line-height: 1.1; margin-top: 20px; margin-bottom: 10px } h2 { font-size: 30px } p { margin: 0 0 10px }
      label { display: inline-block; max-width: 100%; margin-bottom: 5px; font-weight: 700 } textarea { overflow: auto }
      .panel { margin-bottom: 20px; background: #fff; border: 1px solid transparent; border-radius: 4px; box-shadow: 0 1px 1px rgba(0,0,0,.05) }
      .row { margin-right: -15px; margin-left: -15px } .row::before, .row::after { display: table; content: " " }
      .modal { position: fixed; inset: 0; z-index: 1050; overflow: hidden } .fade { opacity: 0 } .hide { display: none !important } .title, .header, .field { float: left }`),
  },
  {
    name: 'a page with Bootstrap 5’s reboot',
    head: style(`
      :root { --bs-body-font-size: 1rem; font-size: 125% } *, *::before, *::after { box-sizing: border-box }
      @media (prefers-reduced-motion: no-preference) { :root { scroll-behavior: smooth } }
      body { margin: 0; font-family: system-ui, -apple-system, "Segoe UI"; font-size: var(--bs-body-font-size); line-height: 1.5; color: #212529; text-align: center; -webkit-text-size-adjust: 100% }
      h2 { margin-top: 0; margin-bottom: .5rem; font-weight: 500; line-height: 1.2; font-size: 2rem } p { margin-top: 0; margin-bottom: 1rem } ol, ul { padding-left: 2rem }
      button { border-radius: 0 } button:focus:not(:focus-visible) { outline: 0 } input, button, select, optgroup, textarea { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit }
      button, [type=button] { -webkit-appearance: button } button:not(:disabled) { cursor: pointer } img, svg { vertical-align: middle } [hidden] { display: none !important }
      textarea { resize: vertical } ::-moz-focus-inner { padding: 0 } .row { --bs-gutter-x: 1.5rem; display: flex; flex-wrap: wrap; margin: -1rem } .row > * { flex-shrink: 0; width: 100% } .fade:not(.show) { opacity: 0 }`),
  },
  {
    name: 'a page with Tailwind’s preflight',
    head: style(`
      *, ::after, ::before, ::backdrop, ::file-selector-button { box-sizing: border-box; margin: 0; padding: 0; border: 0 solid }
      html, :host { line-height: 1.5; -webkit-text-size-adjust: 100%; tab-size: 4; font-family: ui-sans-serif, system-ui, sans-serif; -webkit-tap-highlight-color: transparent }
      h1, h2, h3 { font-size: inherit; font-weight: inherit } a { color: inherit; text-decoration: inherit } ol, ul, menu { list-style: none }
      img, svg, video, canvas { display: block; vertical-align: middle } img, video { max-width: 100%; height: auto }
      button, input, select, optgroup, textarea, ::file-selector-button { font: inherit; font-feature-settings: inherit; letter-spacing: inherit; color: inherit; border-radius: 0; background-color: transparent; opacity: 1 }
      ::placeholder { opacity: 1; color: color-mix(in oklab, currentcolor 50%, transparent) } textarea { resize: vertical }
      *, ::before, ::after { --tw-translate-x: 0; --tw-ring-color: rgb(59 130 246 / .5) } [hidden]:where(:not([hidden=until-found])) { display: none !important }`),
  },
  {
    name: 'a page with the base styles of Shopify’s Dawn',
    head: style(`
      :root { --font-body-scale: 1; --color-foreground: 18,18,18; --alpha-button-border: 1 } *, *::before, *::after { box-sizing: inherit } html { box-sizing: border-box; font-size: calc(var(--font-body-scale) * 62.5%); height: 100% }
      body { display: grid; grid-template-rows: auto auto 1fr auto; grid-template-columns: 100%; min-height: 100%; margin: 0; font-size: 1.5rem; letter-spacing: .06rem; line-height: calc(1 + .8 / var(--font-body-scale)); font-family: Assistant, sans-serif }
      div:empty, section:empty, article:empty, p:empty, h1:empty, h2:empty, h3:empty, dl:empty, ul:empty { display: none } .hidden, .hide { display: none !important } .visually-hidden, .unseen { position: absolute !important; overflow: hidden; width: 1px; height: 1px; clip: rect(0 0 0 0) !important }
      a:empty, ul:empty, li:empty { display: block } .title, h2 { font-style: normal; letter-spacing: .06rem; word-break: break-word; font-size: 2rem } button, .button { appearance: none; -webkit-appearance: none; cursor: pointer; font: inherit; min-width: 12rem; min-height: 4.5rem; text-decoration: none; transition: box-shadow .1s ease }
      .button::before, .button::after { content: ""; position: absolute; inset: 0; z-index: 1 } .field { position: relative; width: 100%; display: flex; transition: box-shadow .1s ease } .field::before { pointer-events: none; content: ""; position: absolute; inset: 1px } summary { cursor: pointer; list-style: none; position: relative }
      *:focus { outline: 0; box-shadow: none } *:focus-visible { outline: .2rem solid rgba(var(--color-foreground), .5); outline-offset: .3rem } .card { text-decoration: none; text-align: left } .card:not(.ratio) { display: flex; flex-direction: column; height: 100% } .bubble, .panel { contain: content }`),
  },
  {
    name: 'a page that resets everything with !important',
    head: style(`
      * { all: unset !important } body * { all: unset !important; letter-spacing: 4px !important }
      div, section, span, :not(:defined) { display: none !important } shopbell-chat { opacity: 0 !important; visibility: hidden !important; width: 0 !important; height: 0 !important; clip-path: inset(50%) !important; pointer-events: none !important }
      *::before, *::after { content: "x" !important; display: block !important } ::slotted(*) { display: none !important }
      :root { --space: 40px; --text: red }`),
    // It resets the page's own head as well, which then shows.
    content: '<main><h1>Aprons</h1></main>',
  },
  {
    name: 'a page whose body is transformed, zoomed and clipped',
    html: 'style="font-size: 62.5%"',
    head: style(`
      body { transform: scale(1); zoom: .8; filter: saturate(1.1); contain: strict; overflow: hidden; perspective: 500px; will-change: transform; width: 900px; height: 500px; margin: 40px auto }`),
  },
  {
    name: 'a page whose body has a loud type',
    head: style(`
      html { font-size: 62.5%; cursor: crosshair; writing-mode: horizontal-tb } html, body { line-height: 5; letter-spacing: 6px; word-spacing: 9px; text-transform: uppercase; text-indent: 40px; text-align: justify; font: italic small-caps 900 40px/5 cursive; color: lime; visibility: visible; direction: ltr; white-space: pre; tab-size: 40; hyphens: auto; word-break: break-all; text-shadow: 2px 2px red; -webkit-text-stroke: 1px red; user-select: none; pointer-events: none; cursor: wait; list-style: square inside; quotes: "x" "y"; caret-color: red; accent-color: red; color-scheme: dark }
      a, button, form, main, header { pointer-events: auto } ::selection { background: red }`),
  },
  {
    name: 'a page that reads from right to left',
    html: 'dir="rtl" lang="ar"',
    head: style('body { direction: rtl; text-align: right; unicode-bidi: bidi-override }'),
  },
  {
    name: 'a page whose layout is a grid of its html, with layers above all others',
    head: style(`
      html { display: grid; height: 100%; grid-template-rows: 1fr auto } body { display: flex; flex-direction: column; isolation: isolate; overflow: hidden auto; height: 100vh } body > * { position: relative; z-index: 2147483647; flex: 1 0 auto; max-width: 600px; float: left; transition: all 2s; animation: turn 1s infinite } @keyframes turn { to { outline-offset: 3px } }
      .bar { position: sticky; bottom: 0; height: 40px; z-index: 2147483647 }`),
  },
]
