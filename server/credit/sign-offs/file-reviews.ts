import type { Scenario, SignOff } from '#content/schema.ts'
import { latestSignOffs } from '#content/sign-offs.ts'
import type { ActivityContent } from '#machines/activity/version.ts'
import type { Shelf } from '../activities/contents.ts'

type Reviewed = Pick<Scenario, 'version' | 'review'>

/** @returns what readers said of exactly this version in the content's own file, each reader's last word. */
export function fileSignOffs(shelf: Shelf, content: Pick<ActivityContent, 'kind' | 'id' | 'version'>): SignOff[] {
  const file = fileOf(shelf, content)
  return file?.version === content.version ? latestSignOffs(file) : []
}

function fileOf(shelf: Shelf, { kind, id }: Pick<ActivityContent, 'kind' | 'id'>): Reviewed | undefined {
  if (kind === 'course') return shelf.courses.find(({ course }) => course.id === id)?.course
  if (kind === 'lesson') return shelf.lessons.find(({ lesson }) => lesson.id === id)?.lesson
  if (kind === 'case') return shelf.cases.find(({ scenario }) => scenario.id === id)?.scenario
  return shelf.itemSets.find((set) => set.id === id)
}
