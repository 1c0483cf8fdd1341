/**
 * @param host under which a page was asked for, as that one reaches this server from where it was asked
 * @param publicUrl the address that is set
 * @returns the address to give to phones: a page asked under a name of the machine alone uses the one that is set
 */
export function phoneOrigin(host: string, publicUrl: string): string {
  return host && !isThisMachine(host) && publicUrl.startsWith('http:') ? `http://${host}` : publicUrl
}

/** @returns whether an address or host names only the machine that it is asked on, so that no phone can use it. */
export function isThisMachine(address: string): boolean {
  return /^(https?:\/\/)?(localhost|127\.|\[::1\]|0\.0\.0\.0)/.test(address)
}
