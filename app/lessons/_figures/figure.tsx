import { Bite } from './bite.tsx'
import { PredictiveValue, type Search } from './predictive-value.tsx'
import { ProtocolPanel } from './protocol-panel.tsx'
import { ToolsTable } from './tools-table.tsx'
import { Wheel } from './wheel.tsx'

/**
 * A figure by the name it has in a lesson's text, nothing for a name that is none; `search` is the query of the page
 * it stands on.
 */
export function LessonFigure({ name, search }: { name: string; search: Search }) {
  switch (name) {
    case 'wheel':
      return <Wheel />
    case 'bite':
      return <Bite />
    case 'predictive-value':
      return <PredictiveValue search={search} />
    case 'tools':
      return <ToolsTable />
    case 'protocol-checklist':
      return <ProtocolPanel />
    default:
      return null
  }
}
