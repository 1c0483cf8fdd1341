import type { HabitStanding } from '#machines/scenario/habit-counts.ts'
import type { Habit } from '#machines/scenario/habits.ts'
import type { Practice } from '#server/learning/progress/queries.ts'
import { Link } from '../_components/link.tsx'
import styles from './page.module.css'

const habitWords: Record<Habit, { title: string; text: string }> = {
  alone: {
    title: 'See the patient alone',
    text: 'Time alone for every patient, as routine, with a qualified interpreter where one is needed.'
  },
  limits: {
    title: 'Say the limits first',
    text: 'What you can keep to yourself and what you cannot, before you ask about safety.'
  },
  information: {
    title: 'Give information to everyone',
    text: 'Help that exists, offered without needing an answer and without needing to suspect anything.'
  },
  answer: {
    title: 'Honor the answer',
    text: 'What the patient wants decides what comes next, as far as your duties allow.'
  },
  record: {
    title: 'Plan the record',
    text: 'Who can read chart, portal and papers, thought of before anything is written.'
  }
}

const standingWords: Record<HabitStanding, string> = {
  every: 'In every first visit where it came up.',
  most: 'In most first visits where it came up.',
  some: 'In some first visits where it came up.',
  'not-yet': 'Not yet.',
  'has-not-arisen': 'Has not come up yet.'
}

/** The five habits over first visits, each with what it means and how it stands, in words. */
export function Habits({ practice }: { practice: Practice | undefined }) {
  if (!practice || practice.firsts === 0)
    return (
      <p>
        They are read from the first visit you finish in each case.{' '}
        <Link href="/learn">Take a case to its debrief</Link> to see them here.
      </p>
    )
  return (
    <>
      <p>
        Read from {practice.firsts === 1 ? 'the first visit' : `the first visits to ${practice.firsts} cases`} you
        finished. Later visits are for trying things out and do not change this.
      </p>
      <ul className="plainlist">
        {practice.habits.map(({ habit, standing }) => (
          <li className={styles.row} key={habit}>
            <h3>{habitWords[habit].title}</h3>
            <p>{standingWords[standing]}</p>
            <p className={styles.soft}>{habitWords[habit].text}</p>
          </li>
        ))}
      </ul>
    </>
  )
}
