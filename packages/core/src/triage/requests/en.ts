const WHO =
  '(?:humans?|person|people|agn?e?n?ts?|rep(?:resentative)?s?|operators?|advis[eo]rs?|executive|staff|team|manager|supervisor|colleagues?|(?:some|any)(?:one|body)|customer (?:service|support|care))\\b'

/** How one asks for a person in English. Read over a folded text, whatever the shopper's language. */
export const requests = new RegExp(
  [
    // Somebody is to be talked to.
    `\\b(?:talk|spe[ae]k|chat|connect|transfer|put|hand|pass|contact|call|phone|ring|reach|e-?mail|get|assign)(?:ing)?\\b(?<!\\bam i talking|not call|n.t call)(?:(?! for ).){0,24}\\b(?:${WHO}|assistant|in charge|in touch|you$|(?:me|us) back)`,
    `\\b(?:need|want|give|prefer|like)(?: me| to)*(?: (?:an?|the|your|some|real|live|actual))* ${WHO}`,
    '\\b(?:any|some)(?:one|body) (?:there|here|around|real|(?:able )?to (?:call|contact|help|talk))|call(?: ?back| me\\b| (?:center|centre) (?!for))|phone call|(?:phone|contact|support|care) (?:number|details)|your number|number (?:i can|to) |free phone|hotline|escalate|who (?:can|do|should) i (?:speak|talk)',
    "(?:\\bno (?:more )?|\\bstop .{0,9}|n[o']?t want .{0,18})(?:ro)?bot",
    // A short text that names one, and says nothing of a product.
    `^(?=.{0,60}$)(?!.*\\b(?:un|je|are you|for|made|machine|shape|deliver|travel|clean|how many|people|in person|hair|table|mug|tall|my|sleep|fit)).*\\b(?!some|any(?:one|body))${WHO}|^(?:support|hoom)`,
  ].join('|'),
)
