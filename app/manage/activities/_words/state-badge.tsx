import { Badge } from '#app/_components/badge.tsx'
import { type ShownState, stateWords } from './state.ts'

const tones = { draft: 'plain', open: 'done', expired: 'attention', closed: 'plain' } as const

/** How an activity stands, in words. */
export function StateBadge({ state }: { state: ShownState }) {
  return <Badge tone={tones[state]}>{stateWords[state]}</Badge>
}

/** How many gaps keep an activity from opening. */
export function GapBadge({ gaps }: { gaps: number }) {
  if (gaps === 0) return <Badge tone="done">No gaps</Badge>
  return <Badge tone="attention">{gaps === 1 ? '1 gap' : `${gaps} gaps`}</Badge>
}
