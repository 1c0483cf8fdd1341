import { BegunAt } from '../../_components/begun-at.tsx'
import { Button, ButtonLink } from '../../_components/button.tsx'
import { Notice } from '../../_components/notice.tsx'
import styles from './page.module.css'

type ContinueFormProps = { scenarioId: string; startedAt: string; isShared: boolean }

/** Asks somebody with a visit under way whether it is theirs to go on with. */
export function ContinueForm({ scenarioId, startedAt, isShared }: ContinueFormProps) {
  return (
    <Notice>
      <p>
        <b>
          Continue the visit begun at <BegunAt moment={startedAt} />, or start as someone new?
        </b>
      </p>
      <form className={styles.choices} method="post" action={`/learn/${scenarioId}/begin`}>
        <input type="hidden" name="as" value="continue" />
        {isShared ? <input type="hidden" name="shared" value="yes" /> : null}
        <Button>Continue the visit</Button>
        <ButtonLink href="#begin" tone="plain">
          Start as someone new
        </ButtonLink>
      </form>
    </Notice>
  )
}
