'use client'

import { useSyncExternalStore } from 'react'
import { ButtonLink } from '../../_components/button.tsx'
import { Notice } from '../../_components/notice.tsx'
import styles from './preflight.module.css'

/** Two numbers, one for this window and one for the wall's: whoever sees this one on the wall has mirrored displays. */
export function Screens() {
  const isExtended = useSyncExternalStore(watchScreens, extendedNow, () => undefined)
  return (
    <>
      {isExtended === false ? (
        <Notice title="This computer reports one display" tone="attention">
          <p>
            Either no projector is connected, or the displays are mirrored, and people would read your notes and the
            answers. Choose “extend” in the settings of the displays.
          </p>
        </Notice>
      ) : null}
      <p>
        This window has the number <strong className={styles.number}>2</strong>. Open the other one, drag it to the
        projector, and look at the wall.
      </p>
      <p>
        <ButtonLink tone="plain" href="/workshops/preflight/wall">
          Open the window for the wall
        </ButtonLink>
      </p>
      <ul>
        <li>On the wall stands 7, and no 2: it is right.</li>
        <li>
          On the wall stands 2, or this page: the displays are mirrored. Choose “extend” in the settings of the
          displays, or lead from a phone.
        </li>
      </ul>
    </>
  )
}

// Only some browsers say, and only on a page that the computer itself serves or over https; none of them asks anybody.
function extendedNow(): boolean | undefined {
  return 'isExtended' in window.screen ? window.screen.isExtended === true : undefined
}

function watchScreens(onChange: () => void): () => void {
  window.addEventListener('resize', onChange)
  return () => window.removeEventListener('resize', onChange)
}
