import type { Scenario, SignOff } from './schema.ts'

/** @returns what each reader last said of the present version, in the order written; sign-offs of others do not count. */
export function latestSignOffs({ version, review }: Pick<Scenario, 'version' | 'review'>): SignOff[] {
  const own = review.signOffs.filter((signOff) => signOff.version === version)
  return own.filter((signOff, index) => own.findLastIndex((other) => isSameReader(signOff, other)) === index)
}

function isSameReader(one: SignOff, other: SignOff): boolean {
  return one.by === other.by && one.capacity === other.capacity
}
