/** The banners of the consent managers that are met most. Some leave their element on the page for good, so being there is not enough. */
const KNOWN = [
  '#onetrust-banner-sdk, #onetrust-pc-sdk',
  '#CybotCookiebotDialog, #cookiebanner',
  '#usercentrics-root, #usercentrics-cmp-ui',
  '#didomi-notice, #didomi-popup',
  '#truste-consent-track, #consent_blackbar, .truste_overlay, .truste_box_overlay',
  '.qc-cmp2-container, [id^="sp_message_container"], #iubenda-cs-banner, .cky-consent-container, .osano-cm-window',
  '#axeptio_overlay, .klaro, #cmpbox, .cmplz-cookiebanner, #tarteaucitronRoot, #shopify-pc__banner',
].join()
/** What other banners call themselves. */
const NAMED = ['cookie', 'consent', 'gdpr'].flatMap((word) => [`[id*="${word}" i]`, `[class*="${word}" i]`]).join()
const DIALOGS = 'dialog[open], [role="dialog"], [role="alertdialog"], [aria-modal="true"]'
/** A page's own furniture, which may well be fixed and large. */
const FURNITURE = 'header, nav, main, footer'

/** Parts of the window that something has to cover: to be a dialog, and to be a banner by its name. A mere button covers less. */
const DIALOG_COVERS = 0.15
const BANNER_COVERS = 0.02

/** Points of the window that are looked at, along each side. */
const LOOKS = 5

/**
 * Whether the page asks for consent now, or shows any other dialog that wants an answer first. Nothing of the page is changed, and
 * `own`, the chat's own element, does not count.
 */
export function asksConsent(own: Element): boolean {
  return (
    seen('[aria-modal="true"]', own).length > 0 ||
    seen(KNOWN, own).some((element) => covers(element) > 0 || innerDialog(element)) ||
    seen(NAMED, own).some((element) => floats(element) && covers(element) >= BANNER_COVERS) ||
    onTop(own).some((element) => covers(element) >= DIALOG_COVERS && isDialog(element))
  )
}

function seen(selector: string, own: Element): readonly Element[] {
  return [...document.querySelectorAll(selector)].filter((element) => !own.contains(element) && isVisible(element))
}

function isVisible(element: Element): boolean {
  // A browser that cannot tell takes what is there for visible: nothing is said over a banner.
  return element.checkVisibility?.({ opacityProperty: true, visibilityProperty: true }) ?? true
}

/** Which part of the window it covers, from 0 to 1. */
function covers(element: Element): number {
  const { top, right, bottom, left } = element.getBoundingClientRect()
  const width = Math.min(right, innerWidth) - Math.max(left, 0)
  const height = Math.min(bottom, innerHeight) - Math.max(top, 0)
  return width > 0 && height > 0 ? (width * height) / (innerWidth * innerHeight) : 0
}

/** Some draw the banner within a shadow root, whose element has no size of its own. */
function innerDialog({ shadowRoot }: Element): boolean {
  return [...(shadowRoot?.querySelectorAll(DIALOGS) ?? [])].some((element) => isVisible(element) && covers(element) > 0)
}

function floats(element: Element): boolean {
  for (let at: Element | null = element; at; at = at.parentElement)
    if (/fixed|sticky/.test(getComputedStyle(at).position)) return true
  return false
}

/** What is fixed above the page, found by looking down on it. */
function onTop(own: Element): readonly Element[] {
  const found = new Set<Element>()
  for (let x = 0; x < LOOKS; x++) {
    for (let y = 0; y < LOOKS; y++) {
      const points = document.elementsFromPoint(((x + 0.5) / LOOKS) * innerWidth, ((y + 0.5) / LOOKS) * innerHeight)
      for (const element of points) if (!own.contains(element)) found.add(element)
    }
  }
  return [...found].filter((element) => /fixed|sticky/.test(getComputedStyle(element).position))
}

/** It says that it is one; or it lies fixed over the page with something to tap, and is no header, menu or side bar. */
function isDialog(element: Element): boolean {
  if (element.matches(DIALOGS) || element.querySelector(DIALOGS)) return true
  if (getComputedStyle(element).position !== 'fixed') return false
  if (element.matches(FURNITURE) || element.closest(FURNITURE) || element.querySelector(FURNITURE)) return false
  return element.matches('iframe') || element.querySelector('button, [role="button"], input[type="button"], iframe') !== null
}
