import type { Metadata } from 'next'
import { Page, PageHeading, Section } from '../_components/page.tsx'

export const metadata: Metadata = { title: 'Accessibility' }

/** What was built for, what was tested and what was not. */
export default function AccessibilityPage() {
  return (
    <Page>
      <PageHeading
        title="Accessibility"
        lede="Attune is built toward the Web Content Accessibility Guidelines (WCAG) 2.2, level AA. It has not been audited by an outside party, and this page claims no formal conformance."
      />
      <Section id="built" title="How it is built">
        <ul>
          <li>
            Every page and every act of a case is a plain document with plain forms. It works with scripts turned off.
          </li>
          <li>Everything can be done with the keyboard alone. There are no time limits and nothing moves by itself.</li>
          <li>When a scene changes, focus goes to its heading and the change is announced.</li>
          <li>Text has a contrast of at least 7 to 1, in light and in dark. Color never says anything alone.</li>
          <li>
            Pages fit 320 pixels and 400 percent zoom in one column. What you press is at least 24 pixels, mostly 44.
          </li>
          <li>Drawings have the same content in words. Each case has a text summary in place of the visit.</li>
          <li>
            Your system’s settings for dark mode, reduced motion and forced colors are followed. Pages print in black.
          </li>
        </ul>
      </Section>
      <Section id="tested" title="What is tested">
        <p>The tests that ship with the software run in Chromium. They cover:</p>
        <ul>
          <li>
            automatic checks with axe on the pages and on each kind of scene, in light, in dark and at phone width;
          </li>
          <li>a whole case with the keyboard alone, and a whole case without scripts.</li>
        </ul>
      </Section>
      <Section id="untested" title="What is not">
        <ul>
          <li>Screen readers, voice control, switches and magnifiers, by people who use them.</li>
          <li>Browsers other than Chromium.</li>
          <li>Languages other than U.S. English.</li>
        </ul>
        <p>Automatic checks find only a part of what gets in people’s way.</p>
      </Section>
      <Section id="keys" title="Keys">
        <ul>
          <li>Tab and Shift with Tab move through what can be pressed. Space checks a box. Enter presses a button.</li>
          <li>Arrow keys move within a group of answers.</li>
          <li>
            Shift pressed three times leaves the site. If sticky keys gets in the way, use the “Leave quickly” link.
          </li>
        </ul>
      </Section>
      <Section id="tell" title="Tell somebody">
        <p>
          If something gets in your way, tell the person who runs this site or gave you its address. Until it is mended,
          each case can be read as a text summary.
        </p>
      </Section>
    </Page>
  )
}
