const WHO =
  '(?:mensch(?:en)?|(?:service)?mitarbe[it]*er(?:in|n)?|person|(?:kunden)?berater(?:in)?|ansprechpartner(?:in)?|kolleg(?:en?|in)|vorgesetzten?|chef(?:in)?|verantwortlichen|jemande?[nm]?|wem|team|verkaufer|kunden(?:service|dienst)|fachabteilung|(?:kunden|zum |den |^)support|agent(?:en)?)'

/** How one asks for a person in German. Read over a folded text. */
export const requests = new RegExp(
  [
    `\\bmit\\b.{0,24}\\b${WHO}\\b.{0,24}(?:sprechen|reden|chatten|schreiben|telefonieren|verbinden)`,
    `(?:verbind|sprechen|reden|chatt?en|chat|schreiben|weiterleit|kontaktier|erreich|kontakt)\\w* .{0,30}\\b${WHO}\\b`,
    `${WHO} (?:sprechen|kontaktieren|erreichen|ubergeben|uebergeben)`,
    '\\b(?:echt|richtig|real)e[nrms]? (?:mensch|person)',
    `\\b(?:brauche?|will|mochte|moechte|gern|ge?ben? (?:sie )?mir|hole?t? mir) (?:bitte |endlich )?(?:ein(?:en?)?|nen?|den|die|ihren)? ?(?:echten )?${WHO}\\b`,
    '\\bkein(?:en)? (?:chat)?(?:bot|roboter|computer)|nicht mit .{0,8}(?:bot|roboter|maschine|computer)',
    '\\bjemand (?:da|hier)|(?:da|hier) jemand',
    'ruckruf|rueckruf|zuruckruf|zurueckruf|ruf(?:en sie|t)? mich|anrufen|telefonieren|\\bwen kann ich|kontaktdaten|mich .{0,24}verbinden|telefonnummer|hotline|telefonisch|kontaktaufnahme|leiten sie mich',
    'personlich(?:e|en)? (?:berat|gesprach|sprechen)',
    // A short text that names one and says nothing of a product.
    `^(?=.{0,60}$)(?!.*(?:\\bich bin (?!hier)|\\bfur\\b|fuer|form\\b|hergestellt|rabatt|suche|passt|personen|abholen|anderes|paket|liefer|zu hause|groß|\\bmein)).*\\b${WHO}\\b`,
  ].join('|'),
)
