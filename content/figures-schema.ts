import { z } from 'zod'
import { facilityFields } from './registry-schema.ts'
import { prose, slug } from './scene-schema.ts'

const percent = z.number().min(0).max(100)
const fieldIds = facilityFields.map(({ id }) => id)

/**
 * A sentence of a figure with its ground. `mark` says how its sources were read; a sentence without sources is the
 * authors' own judgment and is shown as such.
 */
export const statementSchema = z
  .strictObject({
    text: prose,
    sources: z.array(slug).min(1).optional(),
    mark: z.enum(['verified', 'secondary', 'needs-review']).optional(),
    basis: z.literal('judgement').optional()
  })
  .refine((it) => (it.sources === undefined) !== (it.basis === undefined), 'give either sources or "basis: judgement"')
  .refine((it) => (it.sources === undefined) === (it.mark === undefined), 'sources have a mark, a judgment has none')

const segmentSchema = z.strictObject({
  id: slug,
  name: prose,
  tactics: statementSchema,
  /** How it may look in a clinic. */
  clinic: statementSchema,
  /** What else could explain what was seen. */
  otherwise: statementSchema
})

/** A short situation; each option names a segment, or `none`, and says how well it fits and why. */
const situationSchema = z
  .strictObject({
    id: slug,
    text: prose,
    options: z
      .array(z.strictObject({ segment: slug, fits: z.enum(['closest', 'partly', 'not-here']), why: prose }))
      .min(3)
      .max(4)
  })
  .refine((it) => it.options.filter(({ fits }) => fits === 'closest').length === 1, 'one option is the closest')

const segmentFigureSchema = z
  .strictObject({
    title: prose,
    /** What stands in the middle of the drawing. */
    hub: prose,
    origin: z.array(statementSchema).min(1),
    /** Whose it is and what this drawing is not. */
    attribution: prose,
    segments: z.array(segmentSchema).min(2),
    situations: z.array(situationSchema).min(4).max(6)
  })
  .superRefine((figure, context) => {
    const ids = figure.segments.map(({ id }) => id)
    const places = figure.situations.flatMap((situation, at) =>
      situation.options.map(({ segment }, index) => ({
        segment,
        path: ['situations', at, 'options', index, 'segment']
      }))
    )
    for (const { segment, path } of places) {
      if (segment === 'none' || ids.includes(segment)) continue
      context.addIssue({ code: 'custom', path, message: `there is no segment "${segment}"` })
    }
  })

/** A screening tool as described by its owners and studies. None of its items is quoted. */
const toolSchema = z.strictObject({
  id: slug,
  short: prose,
  name: prose,
  population: statementSchema,
  items: statementSchema,
  performance: statementSchema,
  comparedWith: statementSchema,
  use: statementSchema
})

/** A published study from which a predictive value is worked out; all three numbers in percent. */
const studySchema = z.strictObject({
  id: slug,
  name: prose,
  prevalence: percent,
  sensitivity: percent,
  specificity: percent,
  people: statementSchema
})

const componentSchema = z.strictObject({
  id: slug,
  name: prose,
  what: statementSchema,
  /** Lines of the facility card that this part of a protocol fills. */
  feeds: z.array(z.enum(fieldIds)).default([])
})

export const figuresSchema = z
  .strictObject({
    wheel: segmentFigureSchema,
    bite: segmentFigureSchema,
    screening: z.strictObject({
      cautions: z.array(statementSchema).min(1),
      tools: z.array(toolSchema).min(1),
      studies: z.array(studySchema).min(1)
    }),
    protocol: z.strictObject({
      origin: z.array(statementSchema).min(1),
      groups: z.array(z.strictObject({ id: slug, name: prose, components: z.array(componentSchema).min(1) })).min(1)
    })
  })
  .superRefine((figures, context) => {
    const lists = {
      wheel: figures.wheel.segments,
      bite: figures.bite.segments,
      tools: figures.screening.tools,
      studies: figures.screening.studies,
      components: figures.protocol.groups.flatMap(({ components }) => components)
    }
    for (const [list, entries] of Object.entries(lists)) {
      const ids = entries.map(({ id }) => id)
      const twice = ids.find((id, index) => ids.indexOf(id) !== index)
      if (twice) context.addIssue({ code: 'custom', path: [], message: `"${twice}" stands twice in ${list}` })
    }
  })

export type Figures = z.output<typeof figuresSchema>
export type Statement = z.output<typeof statementSchema>
export type SegmentFigure = z.output<typeof segmentFigureSchema>
export type Study = z.output<typeof studySchema>
export type Tool = z.output<typeof toolSchema>
export type ProtocolGroup = Figures['protocol']['groups'][number]
