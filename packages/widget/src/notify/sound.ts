/** Two soft tones, made without a file. Seconds and hertz. */
const TONES = [
  { at: 0, hertz: 880 },
  { at: 0.11, hertz: 1_174.66 },
] as const
const LASTS = 0.35
const LOUD = 0.06

/** Sounds once. A page that nobody has touched stays silent, and so does a browser without sound. */
export function ring(): void {
  if (!navigator.userActivation?.hasBeenActive) return
  try {
    const context = new AudioContext()
    const volume = context.createGain()
    volume.connect(context.destination)
    const end = TONES.map(({ at, hertz }) => {
      const tone = context.createOscillator()
      const shape = context.createGain()
      const from = context.currentTime + at
      tone.frequency.value = hertz
      shape.gain.setValueAtTime(0, from)
      shape.gain.linearRampToValueAtTime(LOUD, from + 0.02)
      shape.gain.exponentialRampToValueAtTime(0.0001, from + LASTS)
      tone.connect(shape).connect(volume)
      tone.start(from)
      tone.stop(from + LASTS)
      return tone
    }).at(-1)
    end?.addEventListener('ended', () => void context.close())
  } catch {
    // There is no sound here.
  }
}
