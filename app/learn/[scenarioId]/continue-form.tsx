import { BegunAt } from '../../_components/begun-at.tsx'
import { Button, ButtonLink } from '../../_components/button.tsx'
import { Notice } from '../../_components/notice.tsx'
import styles from './page.module.css'

/** `isClosed`: no other visit can begin, so there is only this one to go on with. */
type ContinueFormProps = { scenarioId: string; startedAt: string; isShared: boolean; isClosed: boolean }

/** Asks somebody with a visit under way whether it is theirs to go on with. */
export function ContinueForm({ scenarioId, startedAt, isShared, isClosed }: ContinueFormProps) {
  return (
    <Notice>
      <p>
        <b>
          Continue the visit begun at <BegunAt moment={startedAt} />
          {isClosed ? '?' : ', or start as someone new?'}
        </b>
      </p>
      <form className={styles.choices} method="post" action={`/learn/${scenarioId}/begin`}>
        <input type="hidden" name="as" value="continue" />
        {isShared ? <input type="hidden" name="shared" value="yes" /> : null}
        <Button>Continue the visit</Button>
        {isClosed ? null : (
          <ButtonLink href="#begin" tone="plain">
            Start as someone new
          </ButtonLink>
        )}
      </form>
    </Notice>
  )
}
