let zone: string | undefined

/**
 * The device's IANA zone. The first question to `Intl` takes longer than all the rest of a greeting, which has no dates: so only
 * later parts ask it.
 */
export function deviceZone(): string {
  zone ??= Intl.DateTimeFormat().resolvedOptions().timeZone
  return zone
}
