import type { ReasonCode } from '../handoff/reason.js'
import type { Evidence, Route } from './route.js'

interface Rule {
  readonly name: string
  readonly to: 'person' | 'order' | 'faq' | 'smalltalk'
  readonly reason?: ReasonCode
  readonly words: RegExp
}

// Ordered: the first rule that speaks decides. A shopper who asks for a person is heard before anything else.
const RULES: readonly Rule[] = [
  {
    name: 'asked',
    to: 'person',
    reason: 'asked',
    words:
      /\b(?:(?:talk|speak|chat|connect|transfer|put me through)\b.{0,24}\b(?:person|human|agent|someone|somebody|representative|rep|operator|advisor|staff|team|people|manager|supervisor)|(?:real|live|actual) (?:person|human|agent|people)|(?:person|human|agent|operator|representative|customer (?:service|support|care)),? please|(?:any|some)(?:one|body) (?:there|here|around)|(?:need|want|get me|give me) (?:an? |the )?(?:human|agent|person|operator|representative|manager)|call (?:you|me|someone)|(?:contact|reach|call|ring|phone|talk to|speak (?:to|with)|e-?mail|get hold of)\b.{0,20}\b(?:you|customer|support|service|helpdesk|assistance|team)|(?:customer|client) (?:service|support|care|assistance)|free phone|(?:phone|contact) number|^(?:agent|human|person|operator|representative)[.!?]*$)/i,
  },
  {
    name: 'safety',
    to: 'person',
    reason: 'safety',
    words:
      /\b(?:injur\w*|hurt (?:my|me|her|him|myself)|burn(?:ed|t) (?:my|me|her|him|his)|scald\w*|(?:was|were|am|is|are|got|been|gets?) (?:badly |slightly )?(?:hurt|burn(?:ed|t)|cut)|cut (?:my|myself)|bleed\w*|hospital|allerg(?:y|ic) reaction|choked?|caught fire|on fire|smok(?:e|ing) (?:from|out)|explod\w*|electric(?:al)? shock|poison\w*|unsafe|dangerous|charged (?:me )?(?:twice|double|too much)|double charge|unauthori[sz]ed (?:charge|payment)|fraud\w*|stolen|lost (?:my )?card|card (?:was|is|has been|got) (?:lost|stolen)|(?:wrong|extra|unknown|random|strange|unexpected) (?:charge|fee|payment|transaction|balance)s?|(?:don['’]?t|do not) recogni[sz]e)\b/i,
  },
  {
    name: 'damaged',
    to: 'person',
    reason: 'damaged',
    words:
      /\b(?:damaged?|broken|cracked|shattered|smashed|ripped|torn|leak(?:ed|ing|s)?|dented|defective|faulty|does(?: not|n['’]?t) work|not working|wrong (?:item|product|size|colou?r|order)|missing (?:item|part|piece)s?|in pieces|chipped|stained|mou?ldy)\b/i,
  },
  {
    name: 'emotional',
    to: 'person',
    reason: 'emotional',
    words:
      /\b(?:angry|furious|annoy(?:ed|ing)|frustrat\w*|ridiculous|unacceptable|disgust\w*|outrag\w*|terrible|horrible|awful|worst|useless|pathetic|scam\w*|rip[- ]?off|disappoint\w*|complain\w*|reclamation|consumer claim|goddamn|bloody|freaking|idiots?|hate (?:you|this)|upset|unhappy|livid|sick of|fed up|never (?:again|buy)|lawyer|(?:will|going to|gonna|['’]ll) sue|sue you|legal action|trading standards|bullshit|damn|(?:the|bloody) hell(?! of)|wtf|fuck\w*|shit\w*|crap)\b|[!?]{3,}/i,
  },
  { name: 'shouting', to: 'person', reason: 'emotional', words: /(?:\b[A-Z]{3,}\b[\s,]+){2,}/ },
  {
    name: 'presale',
    to: 'person',
    reason: 'presale',
    words:
      /\b(?:(?:which|what) (?:size|one) (?:should|do|would|fits?)|(?:which|what)\b.{0,24}\bshould i (?:buy|get|take|choose|order)|should i (?:buy|get|choose)|can(?: ?not|['’]?t) decide|does (?:the|your|this|it)\b.{0,30}\b(?:work|fit|suit|go) (?:on|with|for|in|me)|(?:works?|suitable|good) (?:on|for) (?:an? )?(?:induction|gas|oven)|(?:size|sizing) (?:help|advice|guide for me)|will (?:it|this|they|these) (?:fit|suit|work)|would (?:it|this) (?:fit|suit|work)|does (?:it|this) (?:fit|come|have|work with|run|include)|do (?:they|these) (?:fit|run|come)|(?:is|are) (?:it|this|these|they|the|her|his)\b.{0,40}\b(?:suitable|compatible|good for|made|safe|machine|available|magnetic|waterproof|heavy|soft|model|set|enough|use)|(?:what|how) (?:is|are|big|long|tall|wide|heavy|many|much does)\b.{0,30}\b(?:size|dimensions?|height|width|weight|weigh|material|colou?r|ingredients?|capacity|age|battery|batteries)|best .{2,40} for|where is this .{2,20} made|runs? (?:small|large|big)|recommend\w*|which (?:is|would be) better|difference between|compare|back in stock|in stock|restock\w*|bulk|wholesale|gift (?:advice|ideas?)|before i (?:buy|order)|made (?:of|from|in))\b/i,
  },
  {
    name: 'order',
    to: 'order',
    words:
      /\b(?:where(?:['’]?s| is| are)? (?:my |the |our )?(?:\w+ )?(?:order|parcel|package|stuff|delivery|item|things?)|order (?:no\.? ?|number |nr\.? ?)?#?\d{3,}|track\w*|(?:order|delivery|shipping|parcel|package) (?:status|update)|status of (?:my|the) (?:order|delivery)|when (?:will|does|is) (?:my|the|it|this)\b.{0,24}\b(?:arrive|come|ship|be delivered|get here|dispatch\w*)|(?:has|have)(?: not|n['’]?t)? (?:my|the|it)?.{0,16}(?:arrived|shipped|been delivered|come)|(?:not|never|n['’]?t) (?:yet )?(?:received|arrived|got)|(?:still )?waiting (?:for|on) (?:my|the|an?) (?:order|parcel|package|delivery)|delayed|late (?:order|delivery|parcel)|(?:order|parcel|package|delivery) is (?:\w+ )?late|(?:have|has)(?: not|n['’]?t) (?:yet )?received|wismo|eta|status\b.{0,16}\b(?:order|delivery|parcel|package)|(?:order|delivery|shipment)\b.{0,16}\bstatus|how soon can i expect)\b|^\W*#?\d{3,12}\W*$/i,
  },
  {
    name: 'faq',
    to: 'faq',
    words:
      /^\W*(?:faqs?|help|articles?)\W*$|\b(?:returns?|refunds?|exchange|send (?:it |this )?back|polic(?:y|ies)|warranty|guarantee|shipping|delivery|postage|deliver (?:to|on)|ship to|international|customs|cost|fees?|how (?:long|much)|payment|pay(?:pal)?|card|klarna|invoice|vat|discount|coupon|voucher|promo\w*|code|gift ?card|opening hours|store|account|password|log ?in|sign (?:in|up)|newsletter|unsubscribe|subscription|cancel\w*|change (?:my|the) (?:order|address)|address|size (?:chart|guide)|sizes|care|wash\w*|clean\w*|privacy|data)\b/i,
  },
  {
    name: 'smalltalk',
    to: 'smalltalk',
    words:
      /^\W*(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening)|thanks?(?: you)?|thank you|thx|ok(?:ay)?|cool|great|bye|goodbye|how are you|are you (?:a )?(?:bot|robot|human|real))\b.{0,20}$/i,
  },
]

// Two matters in one text are a person's work: joined by a word that adds, and each half speaking for itself.
const JOINED =
  /\b(?:and (?=(?:also|i|my|the|can|could|would|is|what|how|where|when|please|help)\b)|also|plus|as well as|another (?:thing|question|item)|besides|but (?=(?:also|it|i)\b))|[.?!;]\s+(?=\S)/i

/**
 * Where a free text belongs, and why. Plain rules, in order; buttons and behaviour decide better, so this is a hint: what no
 * rule places is asked again with the buttons.
 *
 * @example triage('where is my parcel?') // { to: 'order', evidence: [{ rule: 'order', words: 'where is my parcel' }] }
 */
export function triage(text: string): Route {
  const short = text.slice(0, 1_000)
  const spoken = RULES.flatMap((rule) => {
    const words = rule.words.exec(short)?.[0]
    return words === undefined ? [] : [{ rule, evidence: { rule: rule.name, words: words.trim() } }]
  })
  const first = spoken[0]
  if (!first) return { to: 'ask', evidence: [] }
  if (first.rule.to === 'person') return person(first.rule.reason ?? 'other', [first.evidence])
  const matters = spoken.filter(({ rule }) => rule.to !== 'smalltalk')
  if (matters.length > 0 && isTwoMatters(short))
    return person(
      'complex',
      matters.map(({ evidence }) => evidence),
    )
  const placed = matters[0] ?? first
  return { to: placed.rule.to === 'person' ? 'ask' : placed.rule.to, evidence: [placed.evidence] }
}

function person(reason: ReasonCode, evidence: readonly Evidence[]): Route {
  return { to: 'person', reason, evidence }
}

/** Both sides of a joint are about something, and about different things. */
function isTwoMatters(text: string): boolean {
  const halves = text.split(JOINED).filter((half) => half !== undefined && half.trim().length > 8)
  const matters = halves.flatMap((half) => matterOf(half) ?? [])
  return new Set(matters.map((matter) => matter.toLowerCase())).size > 1
}

function matterOf(half: string): string | undefined {
  for (const rule of RULES) {
    const words = rule.to === 'smalltalk' ? null : rule.words.exec(half)
    if (words) return words[0]
  }
  return undefined
}
