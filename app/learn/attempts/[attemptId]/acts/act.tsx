import type { ActView, SceneView } from '#machines/scenario/view.ts'
import { SceneForm } from '../scene-form.tsx'
import { Choose } from './choose.tsx'
import { Continue } from './continue.tsx'
import { File, GoBack } from './file.tsx'
import { Flag } from './flag.tsx'
import { HandOver } from './hand-over.tsx'
import { Order } from './order.tsx'
import { Skip } from './skip.tsx'
import { Sort } from './sort.tsx'

export type FormTarget = { attemptId: string; seenSeq: number; scene: string }

const actNames = {
  continue: 'continued',
  choose: 'chose',
  flag: 'flagged',
  sort: 'sorted',
  order: 'ordered',
  file: 'filed',
  'hand-over': 'handed-over'
} as const satisfies Record<ActView['kind'], string>

/** The one thing to do in a scene, as a plain form, and the ways around it where the scene has them. */
export function Act({ view, target }: { view: SceneView; target: FormTarget }) {
  const { act } = view
  return (
    <>
      {act.kind === 'file' && act.goBack && (
        <SceneForm {...target} act="returned">
          <GoBack text={act.goBack.text} label={act.goBack.label} />
        </SceneForm>
      )}
      <SceneForm {...target} act={actNames[act.kind]}>
        <ActFields act={act} />
      </SceneForm>
      {view.canSkip && (
        <SceneForm {...target} act="skipped">
          <Skip />
        </SceneForm>
      )}
    </>
  )
}

function ActFields({ act }: { act: ActView }) {
  switch (act.kind) {
    case 'continue':
      return <Continue label={act.label} />
    case 'choose':
      return <Choose act={act} />
    case 'flag':
      return <Flag act={act} />
    case 'sort':
      return <Sort act={act} />
    case 'order':
      return <Order act={act} />
    case 'file':
      return <File act={act} />
    case 'hand-over':
      return <HandOver act={act} />
  }
}
