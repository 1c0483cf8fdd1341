/** @returns a text with its straight apostrophes and quotation marks as curved ones. */
export function curved(text: string): string {
  return text
    .replaceAll("'", '’')
    .replaceAll(/(^|[\s([—–-])"(?=[\p{L}\p{N}‘’…]|$)/gu, '$1“')
    .replaceAll('"', '”')
}
