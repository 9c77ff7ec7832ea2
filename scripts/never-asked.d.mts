export const neverAsked: Readonly<Record<string, object>>
