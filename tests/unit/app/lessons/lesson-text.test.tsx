import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { layOut } from '#app/lessons/[lessonId]/lay-out.ts'
import { LessonText } from '#app/lessons/[lessonId]/lesson-text.tsx'
import { parseLessonText } from '#content/lesson-text.ts'
import { findSourceNumber } from '#server/learning/reference/queries.ts'
import { aLesson } from '#tests/helpers/lessons.ts'

/** The markup of a text, without class names and the line breaks between blocks. */
function markup(text = aLesson().text): string {
  const { tree } = layOut(text, [])
  return renderToStaticMarkup(<LessonText tree={tree} figure={(name) => <figure>{name}</figure>} />)
    .replaceAll(/ class="[^"]*"/g, '')
    .replaceAll('>\n<', '><')
    .replaceAll('\n', ' ')
}

const number = findSourceNumber('core-competencies-2021')
const competencies = `<span><a href="/evidence#core-competencies-2021" aria-label="Source ${number}">${number}</a></span>`

describe('a lesson is shown', () => {
  test('with everything it may hold, and nothing else', () => {
    expect(markup()).toBe(
      [
        '<div>',
        `<p>What it’s about, <em>in short</em> and <strong>plainly</strong> ${competencies}.</p>`,
        '<h2 id="why-it-comes-first">Why it comes first</h2>',
        `<p>A promise you can’t keep harms ${competencies} <span>(authors’ judgment)</span>. See `,
        '<a href="/facility">the card</a>, <a href="#what-to-say">below</a>, elsewhere and nowhere.</p>',
        '<ul><li>One.</li><li>Two.</li></ul>',
        '<ol><li>First.</li><li>Second.</li></ol>',
        '<blockquote><p>Quoted words.</p></blockquote>',
        '<h3 id="what-to-say">What to say</h3>',
        '<div><p>Words to use</p><p>“I will tell you first what I must pass on.” <span>(authors’ judgment)</span></p></div>',
        '<div><p>Words to leave out</p><p>“This stays between us.”</p></div>',
        '<div><p>Note</p><p>Your policy decides.</p></div>',
        '<figure>wheel</figure>',
        '<section aria-label="Table 1: What to say" tabindex="0"><table>',
        '<thead><tr><td></td><th scope="col">Adults</th><th scope="col">Minors</th></tr></thead>',
        '<tbody><tr><th scope="row">Who decides</th><td>The patient</td><td>The duty</td></tr></tbody>',
        '</table></section>',
        '<h2 id="why-it-comes-first-2">Why it comes first</h2>',
        '<p>A second time, under a name of its own.</p>',
        '<p></p>',
        '<p>Raw text, .</p>',
        '</div>'
      ].join('')
    )
  })

  test('without a style of its own, which the policy of the page would refuse', () => {
    expect(markup()).not.toContain('style=')
  })

  test.each(['https://example.org/', '//example.org/', 'javascript:alert(1)', 'page'])(
    'without a link to %s',
    (address) => {
      expect(markup(parseLessonText(`See [there](<${address}>).`))).toBe('<div><p>See there.</p></div>')
    }
  )
})

describe('the headings of a lesson', () => {
  test('stand in order, each under an address of its own', () => {
    expect(layOut(aLesson().text).parts).toEqual([
      { id: 'why-it-comes-first', title: 'Why it comes first', depth: 2 },
      { id: 'what-to-say', title: 'What to say', depth: 3 },
      { id: 'why-it-comes-first-2', title: 'Why it comes first', depth: 2 }
    ])
  })

  test('leave the names that the page has taken', () => {
    const { parts } = layOut(parseLessonText('## Sources\n\n## “Où?”\n\n## …\n\n## Don’t ask'), ['sources'])
    expect(parts.map(({ id }) => id)).toEqual(['sources-2', 'ou', 'part', 'dont-ask'])
  })
})
