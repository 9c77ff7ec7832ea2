import type { Reason, ReasonCode } from '../handoff/reason.js'
import { requests } from './requests/en.js'

/** One way in which a text shows what it is about. */
export interface Rule extends Pick<Reason, 'team' | 'priority'> {
  readonly name: string
  readonly to: 'person' | 'order' | 'return' | 'cancel' | 'faq' | 'smalltalk'
  readonly reason?: ReasonCode
  /** How often it is right, by the shops that it was not written for; where too few spoke of it, by judgement. */
  readonly score: number
  /** Read over a folded text. Words are stems: what follows them does not matter. */
  readonly words: RegExp
}

/** English. Ordered: the first rule that speaks decides. A shopper who asks for a person is heard before anything else. */
export const RULES: readonly Rule[] = [
  {
    name: 'who',
    to: 'smalltalk',
    score: 0.9,
    words:
      /^.{0,32}\b(?:(?:are|do|if) you .{0,30}(?:bot|human|real|computer|machine|ai\b|person)|is this an? .{0,8}(?:bot|human|computer|person)|am i .{0,24}(?:bot|human|person))(?!.*(?:want|need|like|let))/,
  },
  { name: 'asked', to: 'person', reason: 'asked', score: 1, words: requests },
  {
    name: 'safety',
    to: 'person',
    reason: 'safety',
    priority: 'urgent',
    score: 0.95,
    words:
      /\b(?:injur|hurt|scald|burn(?:ed|t)? (?:my|me|her|him|his)|(?:was|got|been|is|am) (?:\w+ )?(?:burn(?:ed|t)|cut)\b|cut my|bleed|hospital|allergic reaction|side effect|chok(?:ed|ing)|(?:caught|on) fire|explode|electric(?:al)? shock|poison|unsafe|dangerous)/,
  },
  {
    name: 'payment',
    to: 'person',
    reason: 'payment',
    priority: 'high',
    score: 0.95,
    words:
      /\b(?:charged?.{0,24}(?:twice|double|too much|extra|wrong)|(?:double|wrong|extra|unknown|unexpected|unauthori[sz]ed|suspicious) (?:\w+ )?(?:charge|fee|payment|transaction)|fraud|stole|lost (?:my )?card|n[o']t recogni[sz]e|(?:payment|transaction|card|money) .{0,30}(?:fail|declin|deduct|taken|error|problem|issue|wrong)|(?:problem|issue|trouble|error)s? .{0,24}pay|payment (?:issue|problem|error)|(?:charge|fee|payment)s? .{0,32}n[o']?t (?:make|made|do|authori[sz]e)|(?:was|got) (?:double )?charged|without (?:my )?permission|debited)/,
  },
  {
    name: 'emotional',
    to: 'person',
    reason: 'emotional',
    score: 0.95,
    words:
      /\b(?:angry|furious|annoy|frustrat|ridiculous|unacceptable|disgust|terrible|horrible|awful|worst|useless|scam|rip.?off|disappoint|complain|claim|goddamn|bloody|freaking|idiot|hate (?:you|this)|upset|sick of|fed up|never (?:again|buy)|lawyer|sue you|damn\b|hell\b(?! of)|wtf|fuck|shit|crap\b|(?:poor|bad) (?:service|quality)|cheat|reclamation|not happy|stupid|dumb|waste of)/,
  },
  {
    name: 'damaged',
    to: 'person',
    reason: 'damaged',
    score: 0.8,
    words:
      /\b(?:damage|broke|crack(?!er)|shatter|smashed|leak|dented|defect|faulty|(?:does ?n['o]?t|not|stopped) work|wrong (?:item|product|part|piece|size|colou?r)|missing|in pieces)/,
  },
  {
    name: 'smalltalk',
    to: 'smalltalk',
    score: 0.95,
    words:
      /\b(?:^\W*(?:hi+|hello|hey|good ?(?:morning|afternoon|evening|night|day)|thank|thx|ok(?:ay)?|cool|great|bye|goodbye|see you|take care|how are you)\b.{0,12}$|(?:thank you|thanks|bye)\W*$|what (?:can (?:you|i)|kinds? of|sorts? of|types? of) (?:do|ask|help|things|questions)|appreciate|grateful|nice .{0,12}(?:chat|talk|meet)|how .{0,12}(?:things|life|everything|is it) (?:go|treat|do)|are you (?:doing|feeling)|you are (?:amazing|the best|good|great)|start (?:over|again))/,
  },
  {
    name: 'order',
    to: 'order',
    score: 0.85,
    words:
      /\b(?:where(?:'?s| is| are| can i (?:see|find|check))? (?:my|the|our) (?:\w+ )?(?:order|parcel|package|item|deliver|shipment|purchase|refund)|order (?:no\.? ?|number |id )?#?\d{3}|^\W*#?\d{3,12}\W*$|track|(?:order|parcel|package|item|deliver|shipment|purchase|refund)\w* (?:status|update)|status .{0,24}(?:(?:order|parcel|package|item|deliver|shipment|purchase|refund)|it)|when .{0,40}\b(?:arriv|come|ship|deliver|get (?:here|it|my))|(?:not|never|n'?t) (?:yet )?(?:been )?(?:rec(?:ei|ie)v|arriv|got|deliver|come|ship)|waiting|delay|late\b|(?:refund|money back) .{0,24}(?:not|n't|where|when|yet)|(?:is|was|did|has|will|have) (?:my|the) (?:\w+ )?(?:order|package|parcel)|(?:find|locate|check|updates?) .{0,24}(?:order|package|parcel)|(?:shipped|arrived|delivered) (?:yet|already))/,
  },
  {
    name: 'return',
    to: 'return',
    score: 0.85,
    words: /\b(?:want|like|need|can i|how (?:do|can|to)|help)\b.{0,24}\b(?:return|exchange|send (?:it |this )?back)/,
  },
  {
    name: 'cancel',
    to: 'cancel',
    score: 0.85,
    words: /\b(?:cancel|chang|modify|edit)\w* .{0,16}(?:order|purchase)/,
  },
  {
    name: 'faq',
    to: 'faq',
    score: 0.85,
    words:
      /\b(?:^\W*(?:faq|help\W*$)|return|refund|reimburse|money back|exchange|polic(?:y|ies)|warranty|shipping|deliver|customs|fees?\b|pay|(?:credit|gift) ?card|invoice|discount|coupon|voucher|promo|offer|codes?\b|opening|account|password|log ?in|sign.?(?:in|up)|regist|newsletter|subscri|cancel|(?:chang|modify|edit|updat|correct|switch|add|remov|delet|set up|enter)\w* .{0,24}(?:order|address|detail|data|info|name|number)|address|privacy|review|feedback|opinion|comment|jobs?\b|place an order|mak(?:e|ing) (?:an? )?(?:order|purchase)|how (?:do|can|to) (?:i )?(?:buy|order|purchase)|forgot|(?:buy|purchas)\w* .{0,12}(?:some|few|several|your)|remove|cod\b|instal+ment|trial|dealer|store|outlet|refer|original|genuine|authentic|fake|expir|are you.{0,24}(?:open|working|deliver|accept)|order (?:online|now|today))/,
  },
  {
    name: 'presale',
    to: 'person',
    reason: 'presale',
    team: 'sales',
    score: 0.75,
    words:
      /\b(?:which|best|better|recommend|suggest|advice|should i|decide|compar|differen|(?:what|how) (?:is|are|big|long|tall|wide|heavy|many|much|old)|size|height|length|weight|price|cost|suitable|compatible|works? (?:on|with|for|in)|fits?\b|in stock|available|feature|quality|custom|tell me|(?:want|like|need) to (?:buy|purchase)|consult|types?|variant)/,
  },
  {
    name: 'question',
    to: 'person',
    reason: 'presale',
    team: 'sales',
    score: 0.6,
    words:
      /\b(?:(?:is|are|can|do|does|did|will|would|could|has|how|what|where|who)\b(?: (?:it|this|these|they|the|that)\b|.*\?))/,
  },
]
