const WHO =
  '(?:personas?|human[oa]s?|alguien|a[gj]entes?|asesore?s?a?|operadora?|representante|encargad[oa]|supervisora?|gerente|ejecutiv[oa]|vendedora?|companer[oa]|responsable|equipo|soporte|(?:atencion|servicio) (?:al|de) clientes?)'

/** How one asks for a person in Spanish. Read over a folded text. */
export const requests = new RegExp(
  [
    `\\b(?:h?ablar|chatear|comuni[cq]\\w+|contact\\w+|conect\\w+|deriv\\w+|pas[ae]\\w+|pon(?:er|ga|me)\\w*|transf\\w+|atiend\\w+|atend\\w+)\\b.{0,24}\\b(?:${WHO}|vosotros|ustedes|quien)\\b`,
    '\\b(?:persona|alguien) (?:real|de verdad)|humano real|con quien puedo|atencion (?:personal|humana)',
    `\\b(?:quiero|necesito|dame|deme|prefiero|ayuda de) (?:al? |una? |el |su )?${WHO}\\b`,
    '\\bno (?:quiero|me sirve) .{0,20}bot|(?:basta|no mas|hart[oa]|cansad[oa])(?: de)?(?: este)? (?:chat|ro)?bots?',
    'llam[ae]n?me|me (?:pued\\w+|podeis) llamar|me llam(?:e|en|aran)\\b|(?:cual es|numero de).{0,6} telefono|telefono al que|(?:puedo|donde) llamar|(?:hablar )?por telefono',
    'alguien .{0,10}contacto conmigo',
    // A short text that names one and says nothing of a product.
    `^(?=.{0,60}$)(?!.*\\b(?:para|forma|hech[oa]s?|mesa|viajes|repart\\w+|limpieza|en persona|soy|paquete|pedido|entrega|casa|pared|regalo|talla|mi)\\b).*\\b${WHO}\\b`,
  ].join('|'),
)
