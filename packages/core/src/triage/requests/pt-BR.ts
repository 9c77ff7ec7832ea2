const WHO =
  '(?:pessoa|colega|humanos?|gente|alguem|ninguem|atendentes?|consultora?|vendedora?|gerente|supervisora?|especialista|equipe|suporte|atendimento|central|responsavel|sac)'

/** How one asks for a person in Brazilian Portuguese. Read over a folded text. */
export const requests = new RegExp(
  [
    `\\b(?:falar?|conversar|atendid[oa]|atender|passe?|transf\\w+|chama|coloca|encaminh\\w+|contato)\\b.{0,24}\\b${WHO}\\b`,
    '\\bpessoa (?:real|de verdade)',
    `\\b(?:quero|preciso de|cade o|queria) (?:uma? )?${WHO}\\b`,
    '\\b(?:nao|n) quero .{0,14}robo|(?:chega|cansei) .{0,6}robo|por telefone|telefonico',
    '\\bme ligar?\\b|qual o (?:telefone|numero)|numero (?:pra|para) (?:eu )?ligar|em contato comigo',
    // A short text that names one and says nothing of a product.
    `^(?=.{0,60}$)(?!.*\\b(?:para|formato|feit[oa]|mesa|sou|presente|outra|mais|pacote|pedido|receber|casa|parede|tamanho|kg|quantas|limpeza|entrega\\w*|meu|minha)\\b).*\\b${WHO}\\b`,
  ].join('|'),
)
