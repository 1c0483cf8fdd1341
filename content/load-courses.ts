import { join } from 'node:path'
import { type Booster, boosterSchema } from './booster-schema.ts'
import { type Course, courseSchema } from './course-schema.ts'
import { contentRoot } from './load.ts'
import { filesIn, mustRead, type ReadFile, readYaml } from './open-yaml.ts'

export type LoadedCourse = { course: Course; hash: string; file: string }

/** @returns every course, sorted by file name; throws one error that names each fault by file, line and column. */
export function loadCourses(root = contentRoot): LoadedCourse[] {
  return filesIn(join(root, 'activities'), '.yaml').map((file) => {
    const read = readCourseFile(file)
    return { course: mustRead(read), hash: read.hash, file }
  })
}

/** @returns the paths of the course files below a content root, sorted. */
export function courseFiles(root = contentRoot): string[] {
  return filesIn(join(root, 'activities'), '.yaml')
}

/** @returns one course file parsed against its schema, with every fault. */
export function readCourseFile(file: string): ReadFile<Course> {
  return readYaml(file, courseSchema)
}

/** @returns every booster in the order of its day; throws one error that names each fault. */
export function loadBoosters(root = contentRoot): Booster[] {
  return boosterFiles(root)
    .map((file) => mustRead(readBoosterFile(file)))
    .sort((a, b) => a.afterDays - b.afterDays)
}

/** @returns the paths of the booster files below a content root, sorted. */
export function boosterFiles(root = contentRoot): string[] {
  return filesIn(join(root, 'boosters'), '.yaml')
}

/** @returns one booster parsed against its schema, with every fault. */
export function readBoosterFile(file: string): ReadFile<Booster> {
  return readYaml(file, boosterSchema)
}
