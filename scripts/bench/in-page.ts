declare global {
  var attuneSeen: number | undefined
  var attuneAnswers: number[]
  var attuneInteractions: { ms: number; id: number }[]
}

/**
 * Runs inside each page, before anything of its own: notes when the first question was painted, how long each answer
 * took until the next scene was painted, and how long each interaction took until the next paint.
 */
export function watchPage(): void {
  const painted = (then: (at: number) => void) =>
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.onmessage = () => then(performance.now())
      channel.port2.postMessage(null)
    })
  const seenSeq = () => document.querySelector<HTMLInputElement>('#visit input[name=seenSeq]')?.value
  const isQuestionThere = () => (document.querySelector('#visit form button')?.getBoundingClientRect().height ?? 0) > 0
  globalThis.attuneAnswers = []
  globalThis.attuneInteractions = []
  let sent: { at: number; seq: string | undefined } | undefined
  const look = () => {
    if (globalThis.attuneSeen === undefined && isQuestionThere()) {
      globalThis.attuneSeen = -1
      painted((at) => {
        globalThis.attuneSeen = at
      })
    }
    if (sent && seenSeq() !== undefined && seenSeq() !== sent.seq) {
      const { at: from } = sent
      sent = undefined
      painted((at) => globalThis.attuneAnswers.push(at - from))
    }
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
  addEventListener('submit', (event) => (sent = { at: event.timeStamp, seq: seenSeq() }), true)
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { interactionId: number })[])
      if (entry.interactionId > 0) globalThis.attuneInteractions.push({ ms: entry.duration, id: entry.interactionId })
  }).observe({ type: 'event', buffered: true, durationThreshold: 16 } as PerformanceObserverInit)
}
