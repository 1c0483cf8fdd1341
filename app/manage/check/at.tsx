/** A moment, given as ISO-8601 in UTC, to the minute; the office may be anywhere, so it stays in UTC. */
export function At({ time }: { time: string }) {
  return <time dateTime={time}>{`${time.slice(0, 10)} ${time.slice(11, 16)} UTC`}</time>
}
