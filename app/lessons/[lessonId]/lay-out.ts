import type { Element, Root as Tree } from 'hast'
import type { Heading, Root, Table } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { defaultHandlers, type Handlers, type State, toHast } from 'mdast-util-to-hast'
import { toString as textOf } from 'mdast-util-to-string'
import type { Citation } from '#content/lesson-text.ts'
import { headingId } from '#machines/lesson/heading-id.ts'

/** A heading of a lesson, under the id that an address can point at. */
export type Part = { id: string; title: string; depth: number }

/** A lesson's text as a tree of elements, and its headings in order. */
export type LaidOut = { tree: Tree; parts: Part[] }

const keptAsTheyAre = [
  'root',
  'paragraph',
  'text',
  'emphasis',
  'strong',
  'list',
  'listItem',
  'tableRow',
  'tableCell',
  'blockquote',
  'link',
  'break'
]
const boxes = ['say', 'avoid', 'note']

/**
 * @param taken ids that stand on the page already
 * @returns a lesson's text as elements: what a lesson may hold, with citations as `cite`, boxes as `section`, figures as
 * `figure` and tables named by the heading they stand under. Anything else is left out.
 */
export function layOut(text: Root, taken: readonly string[] = []): LaidOut {
  const parts: Part[] = []
  const tree = toHast(text, { handlers: handlersFor(parts, new Set(taken)), unknownHandler: nothing })
  // A root always becomes a root.
  return { tree: tree as Tree, parts }
}

function handlersFor(parts: Part[], taken: Set<string>): Handlers {
  const dropped = Object.keys(defaultHandlers).filter((type) => !keptAsTheyAre.includes(type))
  let tables = 0
  return {
    ...Object.fromEntries(dropped.map((type) => [type, nothing])),
    heading: (state: State, node: Heading) => {
      if (node.depth < 2 || node.depth > 3) return undefined
      const part = { id: freeId(textOf(node), taken), title: textOf(node), depth: node.depth }
      parts.push(part)
      return element(`h${node.depth}`, { id: part.id }, state.all(node))
    },
    table: (state: State, node: Table) => {
      tables += 1
      const under = parts.at(-1)?.title
      return named(defaultHandlers.table(state, node), under ? `Table ${tables}: ${under}` : `Table ${tables}`)
    },
    containerDirective: (state: State, node: ContainerDirective) => {
      if (!boxes.includes(node.name)) return undefined
      return element('section', { dataKind: node.name }, state.all(node))
    },
    leafDirective: (_: State, { name, attributes }: LeafDirective) =>
      name === 'figure' && attributes?.name ? element('figure', { dataName: attributes.name }) : undefined,
    citation: (_: State, { sources, isJudgment }: Citation) =>
      element('cite', { dataSources: sources.join(' '), ...(isJudgment && { dataJudgment: 'yes' }) })
  }
}

function nothing(): undefined {
  return undefined
}

function element(tagName: string, properties: Element['properties'], children: Element['children'] = []): Element {
  return { type: 'element', tagName, properties, children }
}

/** The first cell of a row names it, as the first row names the columns; an empty corner names nothing. */
function named(table: Element, name: string): Element {
  for (const part of elementsIn(table)) {
    for (const row of elementsIn(part)) {
      for (const [index, cell] of elementsIn(row).entries()) {
        const isName = cell.children.length > 0 && (part.tagName === 'thead' || index === 0)
        cell.tagName = isName ? 'th' : 'td'
        if (isName) cell.properties.scope = part.tagName === 'thead' ? 'col' : 'row'
      }
    }
  }
  return { ...table, properties: { ...table.properties, dataLabel: name } }
}

function elementsIn({ children }: Element): Element[] {
  return children.filter((child) => child.type === 'element')
}

function freeId(title: string, taken: Set<string>): string {
  const plain = headingId(title)
  let id = plain
  for (let count = 2; taken.has(id); count += 1) id = `${plain}-${count}`
  taken.add(id)
  return id
}
