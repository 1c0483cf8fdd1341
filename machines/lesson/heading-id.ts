/** @returns the id under which a heading of a lesson stands on its page, where no other has it already. */
export function headingId(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}|’/gu, '')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  return plain || 'part'
}
