/** A round mark with the first letters of a name; only for the eye. */
export function Initials({ who, tone }: { who: string; tone: 'shopper' | 'agent' | 'bot' }) {
  const letters = who
    .split(/[\s@._-]+/)
    .filter((word) => /\p{L}|\p{N}/u.test(word))
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase()
  return (
    <span class={`initials initials-${tone}`} aria-hidden="true">
      {letters || '·'}
    </span>
  )
}
