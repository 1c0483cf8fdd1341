import { Link } from '#app/_components/link.tsx'
import styles from './header.module.css'

/** Whoever is signed in, as far as the frame needs to know. */
export type SignedIn = { isShared: boolean }

/** The way to one's account, or into one. On a shared computer the way out of it stands on every page. */
export function AccountLink({ person }: { person: SignedIn | undefined }) {
  if (!person) return <Link href="/sign-in">Sign in</Link>
  return (
    <>
      <Link href="/account">Account</Link>
      {person.isShared ? (
        <form className={styles.out} method="post" action="/sign-in/out">
          <button type="submit">Sign out</button>
        </form>
      ) : null}
    </>
  )
}
