import type { Scenario, SignOff } from '#content/schema.ts'
import { latestSignOffs } from '#content/sign-offs.ts'
import type { ActivityContent } from '#machines/activity/version.ts'
import { itemSets } from '#server/learning/assessments/item-sets.ts'
import { findCourse, servedCourses } from '#server/learning/courses/served.ts'
import { findLesson, servedLessons } from '#server/learning/lessons/served.ts'
import { findServed, served } from '#server/learning/scenarios/served.ts'

type Reviewed = Pick<Scenario, 'version' | 'review'>

/** @returns what readers said of exactly this version in the content's own file, each reader's last word. */
export function fileSignOffs(content: Pick<ActivityContent, 'kind' | 'id' | 'version'>): SignOff[] {
  const file = fileOf(content)
  return file?.version === content.version ? latestSignOffs(file) : []
}

function fileOf({ kind, id }: Pick<ActivityContent, 'kind' | 'id'>): Reviewed | undefined {
  if (kind === 'course') return findCourse(servedCourses(), id)
  if (kind === 'lesson') return findLesson(servedLessons(), id)?.lesson
  if (kind === 'case') return findServed(served(), id)?.scenario
  return itemSets().find((set) => set.id === id)
}
