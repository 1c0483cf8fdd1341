import type { SceneOf } from '#content/scene-schema.ts'

/** A passage in pieces: plain text, and phrases that can be marked. */
export type PassageView = {
  channel: 'note' | 'room' | 'talk'
  heading: string
  parts: (string | { cue: string; phrase: string })[]
}

/** @returns a passage split at its `[phrase](cue-id)` marks. */
export function passageView(passage: SceneOf<'cues'>['passages'][number]): PassageView {
  const parts: PassageView['parts'] = []
  let from = 0
  for (const match of passage.text.matchAll(/\[([^\]]+)\]\(([a-z0-9-]+)\)/g)) {
    if (match.index > from) parts.push(passage.text.slice(from, match.index))
    parts.push({ phrase: match[1] ?? '', cue: match[2] ?? '' })
    from = match.index + match[0].length
  }
  if (from < passage.text.length) parts.push(passage.text.slice(from))
  return { channel: passage.channel, heading: passage.heading, parts }
}

/** @returns the phrase by which a cue is marked in a scene. */
export function phraseOf(scene: SceneOf<'cues'>, cue: string): string {
  for (const passage of scene.passages.map(passageView)) {
    for (const part of passage.parts) if (typeof part !== 'string' && part.cue === cue) return part.phrase
  }
  return cue
}
