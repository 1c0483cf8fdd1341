import type { NoticeCode } from '#server/errors.ts'
import type { NoticeWords } from './words.ts'

/** Words for what is printed for a workshop, and for what comes back on paper. */
export const kitWords = {
  kit_part_empty: {
    title: 'That part has no page in this workshop',
    text: 'Hand-outs for tables need a block for tables, and questions before and after need one that is asked twice.',
    tone: 'attention'
  },
  tally_impossible: {
    title: 'A count does not add up',
    text: 'Nothing was saved. No answer can have been given by more people than answered; where one answer is chosen, all counts together cannot exceed them either.',
    tone: 'attention'
  },
  paper_evaluation_kept: {
    title: 'The evaluation is kept',
    text: 'It is counted with those of the site. The form is empty for the next sheet.',
    tone: 'plain'
  }
} as const satisfies Partial<Record<NoticeCode, NoticeWords>>
