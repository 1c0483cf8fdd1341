/** What a browser keeps of one room: a phone's seat, the right to lead, or the right to see what the presenter sees. */
type Holder = 'seat' | 'lead' | 'watch'

/** @returns the token that a request carries for a room. */
export function roomTokenIn(cookieHeader: string | null, roomId: string, holder: Holder): string | undefined {
  const pairs = (cookieHeader ?? '').split(';').map((pair) => pair.trim().split('='))
  return pairs.find(([name]) => name === nameOf(roomId, holder))?.[1]
}

/** @returns a Set-Cookie header that keeps a token for a day, on the pages of rooms alone. */
export function roomCookie(
  token: string,
  { roomId, holder, isSecure }: { roomId: string; holder: Holder; isSecure: boolean }
): string {
  const parts = [`${nameOf(roomId, holder)}=${token}`, `Path=/rooms`, 'HttpOnly', 'SameSite=Lax', 'Max-Age=86400']
  return [...parts, ...(isSecure ? ['Secure'] : [])].join('; ')
}

function nameOf(roomId: string, holder: Holder): string {
  return `attune-${holder}-${roomId}`
}
