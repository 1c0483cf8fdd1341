import { Link } from '../../_components/link.tsx'
import { Section } from '../../_components/page.tsx'

/** What it means where no phone arrives, the usual reason first, and what to do instead. */
export function NoneYet() {
  return (
    <Section id="none" title="If none arrives">
      <ol>
        <li>
          <strong>Client isolation.</strong> Guest networks usually keep the devices on them apart from each other: the
          phone has internet and still cannot reach this computer. Nothing can be changed here; ask for a network
          without it, or use a hotspot.
        </li>
        <li>
          <strong>Another network.</strong> The phone is on mobile data, or on a network of another name than this
          computer. Put both on the same one.
        </li>
        <li>
          <strong>The firewall of this computer.</strong> At the first start it asks whether Node may take connections.
          Allow it for the network that you are on, or ask whoever runs the computer.
        </li>
        <li>
          <strong>A wrong address.</strong> A computer on two networks has two. The start lists the others; take one
          with <code>npm run workshop -- --address</code> and its number.
        </li>
      </ol>
      <p>What works without any of it:</p>
      <ul>
        <li>
          <strong>A hotspot</strong> of this computer or of one phone: put this computer and all phones on it. Start the
          server again afterward, as its address changes. It needs no internet. One phone’s hotspot takes about ten
          phones; let tables share one.
        </li>
        <li>
          <strong>Hands or cards:</strong> the presenter’s page takes a count for each answer, and the wall shows it.
        </li>
        <li>
          <strong>Paper:</strong> print the kit of your workshop, and{' '}
          <Link href="/workshops">enter the counts afterward</Link>.
        </li>
      </ul>
    </Section>
  )
}
