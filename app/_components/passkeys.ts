/** What came of asking a browser for a passkey: done, or a sentence on why not. */
export type Outcome = 'done' | (string & {})

const unable = 'This browser cannot use passkeys here. Use one of the other ways.'
const declined = 'No passkey was used. Try again, or use one of the other ways.'
const refused = 'That passkey was not accepted. Use one of the other ways.'
const again = 'Sign in again first, with your second factor if you have one. Then add the passkey.'

/** Signs in with a passkey of this device or one beside it. Runs in the page. */
export async function provePasskey({ isShared }: { isShared: boolean }): Promise<Outcome> {
  if (!('PublicKeyCredential' in window) || !PublicKeyCredential.parseRequestOptionsFromJSON) return unable
  const options = await ask('/generate-authenticate-options')
  if (!options.ok) return refused
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON({
    ...(await options.json()),
    userVerification: 'required'
  })
  const credential = await navigator.credentials.get({ publicKey }).catch(() => null)
  if (!(credential instanceof PublicKeyCredential)) return declined
  const headers = { 'x-shared-computer': isShared ? '1' : '0' }
  const proven = await ask('/verify-authentication', { response: credential.toJSON() }, headers)
  return proven.ok ? 'done' : refused
}

/** Adds a passkey to the account that is signed in, under a name of their choice. Runs in the page. */
export async function addPasskey(name: string): Promise<Outcome> {
  if (!('PublicKeyCredential' in window) || !PublicKeyCredential.parseCreationOptionsFromJSON) return unable
  const options = await ask('/generate-register-options')
  if (!options.ok) return again
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(await options.json())
  const credential = await navigator.credentials.create({ publicKey }).catch(() => null)
  if (!(credential instanceof PublicKeyCredential)) return declined
  const added = await ask('/verify-registration', { response: credential.toJSON(), name })
  return added.ok ? 'done' : refused
}

function ask(path: string, body?: object, headers: Record<string, string> = {}): Promise<Response> {
  const posted = {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers }
  }
  return fetch(`/api/auth/passkey${path}`, body ? posted : {})
}
