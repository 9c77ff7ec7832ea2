const WHO =
  "(?:humaine?s?|etre humain|personnes?|quelqu'un|qqn|conseill?er|conseillere|conseille|agent|operateur|vendeur|responsable|superieur|collegue|equipe|service (?:client(?:s|ele)?|apres.vente)|sav|support|manager)"

/** How one asks for a person in French. Read over a folded text. */
export const requests = new RegExp(
  [
    `\\b(?:parler|echanger|discuter|chatt?er|contacter|joindre|(?:mis|mettez|mettre|met).{0,4} en (?:relation|contact)|transfere\\w*|passer|(?:passe|donne)[zr]?.moi)\\b.{0,26}\\b${WHO}\\b`,
    '\\bvraie? (?:personne|humain)|personne reelle',
    `\\b(?:veux|voudrais|besoin d(?:'|e )|prefere) ?(?:une? )?${WHO}\\b`,
    '\\b(?:pas (?:de|parler a un)|marre du) (?:ro)?bot',
    "m'appeler|rappele[zr].?moi|etre (?:rappele|contacte)|contacte[zr].?moi|parler avec vous|vive voix|votre numero|pas une machine|me rappel|vous (?:appeler|joindre|contacter)|numero de telephone|(?:par|au) telephone",
    // A short text that names one and says nothing of a product.
    `^(?=.{0,60}$)(?!.*\\b(?:pour|forme|faite?|mon|je suis|d'autre|colis|commande|cadeau|nettoyant|en personne|allerg\\w*|combien|table|livreur|livraison|taille|murale?|stock|inclus)\\b).*\\b${WHO}\\b`,
  ].join('|'),
)
