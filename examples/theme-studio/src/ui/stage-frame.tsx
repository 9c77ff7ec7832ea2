import { effect } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import type { Cue } from '../stage/cue.js'
import type { Studio } from '../studio.js'

export interface StageFrameProps {
  readonly studio: Studio
  readonly scene: string
  readonly title: string
}

/** A scene in a page of its own, so that it has its own size, scheme and direction. It wears each change at once. */
export function StageFrame({ studio: { draft, view }, scene, title }: StageFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null)
  const language = view.language.value
  useEffect(() => {
    let end = () => {}
    const hear = ({ source, origin }: MessageEvent) => {
      if (source === null || source !== frame.current?.contentWindow || origin !== location.origin) return
      end()
      end = effect(() => {
        const cue: Cue = { theme: draft.value, scheme: view.scheme.value }
        frame.current?.contentWindow?.postMessage(cue, location.origin)
      })
    }
    addEventListener('message', hear)
    return () => {
      end()
      removeEventListener('message', hear)
    }
  }, [])
  const asked = new URLSearchParams({ scene, language, slot: scene })
  // The language is part of a page's beginning, so another one is another page.
  return <iframe key={language} ref={frame} title={title} src={`./stage.html?${language}#${asked}`} loading="lazy" />
}
