/**
 * Which alternatives of the rules were written after reading texts of one source. Left out, the rules are as somebody would have
 * written them who never saw that source: so each source can be judged by rules that it has had no part in.
 */
export const PROMPTED: Readonly<Record<string, readonly (readonly [rule: string, alternative: string])[]>> = {
  bitext8k: [
    ['payment', 'payment (?:issue|problem|error)'],
    ['emotional', 'reclamation'],
    ['emotional', 'not happy'],
    ['faq', 'forgot'],
    ['faq', String.raw`(?:buy|purchas)\w* .{0,12}(?:some|few|several|your)`],
    ['faq', 'remove'],
    ['asked', 'assistant'],
  ],
  'banking77-train': [
    ['payment', "(?:charge|fee|payment)s? .{0,32}n[o']?t (?:make|made|do|authori[sz]e)"],
    ['payment', '(?:was|got) (?:double )?charged'],
    ['payment', 'without (?:my )?permission'],
  ],
  'hint3-curekart-train': [
    ['payment', 'debited'],
    ['emotional', 'waste of'],
    ['smalltalk', 'start (?:over|again)'],
    ['faq', 'refer'],
    ['faq', 'original'],
    ['faq', 'genuine'],
    ['faq', 'authentic'],
    ['faq', 'fake'],
    ['faq', 'expir'],
    ['faq', 'are you.{0,24}(?:open|working|deliver|accept)'],
    ['faq', 'order (?:online|now|today)'],
    ['presale', 'consult'],
    ['asked', 'in touch'],
    ['asked', 'your number'],
  ],
  'hint3-powerplay11-train': [
    ['emotional', 'stupid'],
    ['emotional', 'dumb'],
    ['smalltalk', 'you are (?:amazing|the best|good|great)'],
    ['asked', 'you$'],
  ],
  'clinc150-train': [
    ['smalltalk', 'appreciate'],
    ['smalltalk', 'grateful'],
    ['smalltalk', 'nice .{0,12}(?:chat|talk|meet)'],
    ['smalltalk', 'how .{0,12}(?:things|life|everything|is it) (?:go|treat|do)'],
    ['smalltalk', 'are you (?:doing|feeling)'],
    ['order', String.raw`(?:is|was|did|has|will|have) (?:my|the) (?:\w+ )?(?:order|package|parcel)`],
    ['order', '(?:find|locate|check|updates?) .{0,24}(?:order|package|parcel)'],
    ['order', '(?:shipped|arrived|delivered) (?:yet|already)'],
  ],
  'hint3-sofmattress-train': [
    ['faq', String.raw`cod\b`],
    ['faq', 'instal+ment'],
    ['faq', 'trial'],
    ['faq', 'dealer'],
    ['faq', 'store'],
    ['faq', 'outlet'],
    ['presale', 'types?'],
    ['presale', 'variant'],
  ],
  'hetPQA-train': [['question', String.raw`.*\?`]],
}
