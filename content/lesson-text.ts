import type { PhrasingContent, Root, RootContent, Text } from 'mdast'
import { directiveFromMarkdown } from 'mdast-util-directive'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { toString as textOf } from 'mdast-util-to-string'
import { directive } from 'micromark-extension-directive'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Node } from 'unist'
import { SKIP, visit } from 'unist-util-visit'
import { curved } from './curved.ts'

/** What a passage rests on: sources by id, or the authors' own judgment, written `[@source-id; @another]` or `[@judgement]`. */
export type Citation = Node & { type: 'citation'; sources: string[]; isJudgment: boolean }

/** One part of a lesson under its own heading; `title` is undefined for what stands before the first. */
export type LessonSection = {
  title: string | undefined
  line: number
  words: number
  text: string
  citations: Citation[]
}

declare module 'mdast' {
  interface RootContentMap {
    citation: Citation
  }
  interface PhrasingContentMap {
    citation: Citation
  }
}

const citation = /\[@([a-z0-9-]+(?:\s*;\s*@[a-z0-9-]+)*)\]/g
const judgment = 'judgement'

/**
 * Parses a lesson's Markdown: headings from the second level, paragraphs, lists, tables, quotations, strong and emphasized
 * text, links within the site, `::figure{name=wheel}`, and the containers `:::say`, `:::avoid` and `:::note`. Straight
 * apostrophes and quotation marks are shown curved. Citations become nodes of their own.
 */
export function parseLessonText(markdown: string): Root {
  const root = fromMarkdown(markdown, {
    extensions: [gfmTable(), directive()],
    mdastExtensions: [gfmTableFromMarkdown(), directiveFromMarkdown()]
  })
  visit(root, 'text', (node, index, parent) => {
    if (parent === undefined || index === undefined) return undefined
    const parts = withCitations(node)
    // A text node stands only where phrasing content may stand.
    parent.children.splice(index, 1, ...(parts as never[]))
    return [SKIP, index + parts.length]
  })
  return root
}

/** @returns all citations of a lesson or a part of one, in order. */
export function citationsIn(nodes: Root | readonly RootContent[]): Citation[] {
  const found: Citation[] = []
  const root: Root = 'children' in nodes ? nodes : { type: 'root', children: [...nodes] }
  visit(root, 'citation', (node) => {
    found.push(node)
  })
  return found
}

/** @returns the ids of all sources a lesson cites, each once, in the order of their first place. */
export function sourcesIn(root: Root): string[] {
  return [...new Set(citationsIn(root).flatMap((it) => it.sources))]
}

/** @returns a lesson's parts by their headings of the second level; lines count from the first of the Markdown. */
export function sectionsOf(root: Root): LessonSection[] {
  const parts: { title: string | undefined; line: number; nodes: RootContent[] }[] = []
  for (const node of root.children) {
    const line = node.position?.start.line ?? 1
    if (node.type === 'heading' && node.depth === 2) parts.push({ title: textOf(node), line, nodes: [] })
    else if (parts.length === 0) parts.push({ title: undefined, line, nodes: [node] })
    else parts.at(-1)?.nodes.push(node)
  }
  return parts.map(({ title, line, nodes }) => {
    const text = nodes
      .flatMap(blocksOf)
      .map((node) => textOf(node))
      .join(' ')
    return { title, line, words: wordCount(text), text, citations: citationsIn(nodes) }
  })
}

/** Paragraphs, headings and cells, so that the words of two of them do not run together. */
function blocksOf(node: RootContent): RootContent[] {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') return [node]
  return 'children' in node ? node.children.flatMap(blocksOf) : []
}

/** @returns how many words a lesson's text has, headings among them and figures left out. */
export function wordsIn(root: Root): number {
  return sectionsOf(root).reduce((sum, { title, words }) => sum + words + wordCount(title ?? ''), 0)
}

function wordCount(text: string): number {
  return text.split(/\s+/).filter(Boolean).length
}

function withCitations(node: Text): PhrasingContent[] {
  const parts: PhrasingContent[] = []
  let from = 0
  for (const match of node.value.matchAll(citation)) {
    parts.push(...plain(node.value.slice(from, match.index)))
    const ids = (match[1] ?? '').split(';').map((id) => id.trim().replace(/^@/, ''))
    const sources = ids.filter((id) => id !== judgment)
    const isJudgment = ids.includes(judgment)
    const data = { hName: 'cite', hProperties: { sources: sources.join(' '), judgment: isJudgment } }
    parts.push({ type: 'citation', sources, isJudgment, data })
    from = match.index + match[0].length
  }
  return [...parts, ...plain(node.value.slice(from))]
}

function plain(value: string): Text[] {
  return value === '' ? [] : [{ type: 'text', value: curved(value) }]
}
