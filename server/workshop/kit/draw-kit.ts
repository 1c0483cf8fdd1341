import type { Section } from '#server/papers/blocks.ts'
import { drawPages } from '#server/papers/draw-pages.ts'
import { answerCards } from './answer-cards.ts'
import { guide } from './guide.ts'
import { type Kit, type KitPart, kitParts } from './kit.ts'
import { facilitySheet, numbersSheet } from './number-sheets.ts'
import { projectorPages } from './projector-pages.ts'
import { evaluationSheet, questionSheets } from './question-sheets.ts'
import { runSheet } from './run-sheet.ts'
import { signInSheet } from './sign-in-sheet.ts'
import { tableSheets } from './table-sheets.ts'

const sections: Record<KitPart, (kit: Kit) => Section[]> = {
  'run-sheet': runSheet,
  guide,
  pages: projectorPages,
  tables: tableSheets,
  cards: answerCards,
  'sign-in': signInSheet,
  questions: questionSheets,
  evaluation: evaluationSheet,
  facility: facilitySheet,
  numbers: numbersSheet
}

/** @returns the chosen parts of a kit as one PDF, in the order of the kit; undefined where they have no page. */
export async function drawKit(
  kit: Kit,
  { parts, createdAt }: { parts: readonly KitPart[]; createdAt: Date }
): Promise<Buffer | undefined> {
  const chosen = kitParts.filter((part) => parts.includes(part)).flatMap((part) => sections[part](kit))
  return chosen.length > 0 ? drawPages({ title: 'Workshop kit', createdAt, sections: chosen }) : undefined
}
