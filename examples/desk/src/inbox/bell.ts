/** What makes new work heard. */
export interface Bell {
  /** Two soft tones; nothing where the browser has not yet allowed sound. */
  ring(): void
  destroy(): void
}

/** A bell made of WebAudio. Browsers allow sound only after a tap or a key, so it is made at the first one. */
export function createBell(page: Window): Bell {
  let audio: AudioContext | null = null
  const wake = () => {
    audio ??= new AudioContext()
    void audio.resume()
  }
  page.addEventListener('pointerdown', wake, { once: true })
  page.addEventListener('keydown', wake, { once: true })

  function tone(context: AudioContext, frequency: number, from: number) {
    const oscillator = context.createOscillator()
    const volume = context.createGain()
    oscillator.type = 'sine'
    oscillator.frequency.value = frequency
    volume.gain.setValueAtTime(0.0001, from)
    volume.gain.exponentialRampToValueAtTime(0.08, from + 0.015)
    volume.gain.exponentialRampToValueAtTime(0.0001, from + 0.35)
    oscillator.connect(volume).connect(context.destination)
    oscillator.start(from)
    oscillator.stop(from + 0.4)
  }

  return {
    ring() {
      if (audio?.state !== 'running') return
      tone(audio, 880, audio.currentTime)
      tone(audio, 1174.7, audio.currentTime + 0.12)
    },
    destroy() {
      page.removeEventListener('pointerdown', wake)
      page.removeEventListener('keydown', wake)
      void audio?.close()
      audio = null
    },
  }
}
