import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { Document, parseDocument } from 'yaml'
import { scenarioSchema } from '#content/schema.ts'
import { scenarioFile } from '#tests/helpers/scenarios.ts'

type Path = (string | number)[]
type Change = { at: Path; to?: unknown }

const text = readFileSync(scenarioFile, 'utf8')

/** Changes fields of the small case, or takes them out, and lists what is then said of it. */
function saidAfter(...changes: Change[]): string[] {
  const document = parseDocument(text)
  for (const { at, to } of changes)
    to === undefined ? document.deleteIn(at) : document.setIn(at, new Document(to).contents)
  const { error } = scenarioSchema.safeParse(document.toJS())
  return (error?.issues ?? []).map((issue) => {
    const rule = issue.code === 'custom' ? issue.params?.rule : issue.code
    return `${rule} ${issue.path.join('.')}: ${issue.message}`
  })
}

const scenes: { id: string }[] = parseDocument(text).toJS().scenes
const scene = (id: string, ...rest: Path): Path => ['scenes', scenes.findIndex((known) => known.id === id), ...rest]
const named = (id: string, ...rest: Path) => scene(id, ...rest).join('.')

test('the small case has no fault', () => {
  expect(saidAfter()).toEqual([])
})

const cases: [string, Change[], string[]][] = [
  [
    'a reviewed version that two have not read, one of them not this version',
    [
      { at: ['version'], to: 2 },
      {
        at: ['review'],
        to: {
          state: 'reviewed',
          reviewBy: '2027-06-30',
          signOffs: [
            signedOff('clinician', { version: 2 }),
            signedOff('lived-experience', { version: 1 }),
            signedOff('coder', { version: 2, verdict: 'must-change' }),
            signedOff('coder', { version: 2 })
          ]
        }
      }
    ],
    [
      'review review.state: version 2 is not approved by lived-experience, counsel: add their sign-offs of this version, or write "draft"'
    ]
  ],
  [
    'a sign-off of a version that is not written yet',
    [{ at: ['review', 'signOffs'], to: [signedOff('counsel', { version: 2 })] }],
    ['review review.signOffs.0.version: there is no version 2 yet: write the version that was read']
  ],
  [
    'an offered version that must change, as its reader said last',
    [
      { at: ['status'], to: 'offered' },
      {
        at: ['review', 'signOffs'],
        to: [signedOff('coder'), signedOff('coder', { verdict: 'must-change' }), signedOff('counsel')]
      }
    ],
    [
      'review review.signOffs.1.verdict: Sam Rivera says that version 1 must change, so it cannot be offered: change it and raise the version, or withdraw it'
    ]
  ],
  [
    'a withdrawal without its reason',
    [{ at: ['status'], to: 'withdrawn' }],
    ['review status: say when it was withdrawn and why: write "withdrawn: { on, because }"']
  ],
  [
    'a reason for a withdrawal that did not happen',
    [{ at: ['withdrawn'], to: { on: '2026-06-01', because: 'An act was marked wrong.' } }],
    ['review withdrawn: what is not withdrawn has no reason for it: leave this out, or change the status']
  ],
  [
    'an ending with the id of a scene',
    [{ at: ['endings', 1, 'id'], to: 'arrival' }],
    [
      'ids endings.1.id: there is already a scene or ending "arrival": give this one another id',
      ...[0, 1, 2].map(
        (result) =>
          `targets ${named('record', 'results', result, 'goTo', 1, 'to')}: there is no scene or ending "leaves-quietly": name one that exists, or write it`
      )
    ]
  ],
  [
    'a choice under a reserved word',
    [{ at: scene('answer', 'choices', 0, 'id'), to: 'skip' }],
    [`ids ${named('answer', 'choices', 0, 'id')}: "skip" is a reserved word: give this option another id`]
  ],
  [
    'a step, a pair and a sentence twice',
    [
      { at: scene('plan', 'steps', 3, 'id'), to: 'film' },
      { at: scene('plan', 'precedence', 1, 'id'), to: 'care-before-offer' },
      { at: scene('hand-over', 'sentences', 3, 'id'), to: 'his-no' }
    ],
    [
      `ids ${named('plan', 'steps', 3, 'id')}: there is already a step "film": give this one another id`,
      `ids ${named('plan', 'precedence', 1, 'id')}: there is already a pair "care-before-offer": give this one another id`,
      `ids ${named('hand-over', 'sentences', 3, 'id')}: there is already a sentence "his-no": give this one another id`,
      `answers ${named('plan', 'results', 0, 'answer', 'keeps', 1)}: this scene has no pair "wish-before-offer": name one that it has`,
      `answers ${named('plan', 'results', 1, 'answer', 'breaks', 0)}: this scene has no pair "wish-before-offer": name one that it has`,
      `answers ${named('hand-over', 'results', 1, 'answer', 'any', 0)}: this scene has no sentence "my-guess": name one that it has`
    ]
  ],
  [
    'a start and a repair that do not exist',
    [
      { at: ['start'], to: 'departure' },
      { at: scene('privacy', 'choices', 1, 'repairedBy'), to: 'nowhere' }
    ],
    [
      'targets start: there is no scene "departure": name one that exists, or write it',
      `targets ${named('privacy', 'choices', 1, 'repairedBy')}: there is no scene "nowhere": name one that exists, or write it`,
      `harms ${named('start-again', 'repairs', 0)}: "privacy/ask-now" does not name "start-again" as its repair: set its "repairedBy" to this scene`
    ]
  ],
  [
    'a way back to an ending',
    [{ at: scene('record', 'goBack', 'goTo'), to: 'leaves-quietly' }],
    [
      `targets ${named('record', 'goBack', 'goTo')}: there is no scene "leaves-quietly": name one that exists, or write it`
    ]
  ],
  [
    'targets that are never taken, or may all fail',
    [
      { at: scene('arrival', 'continue', 'goTo'), to: [{ to: 'first-thought' }, { to: 'care-first' }] },
      { at: scene('first-thought', 'goTo'), to: [{ to: 'care-first', when: { fact: 'isPrivate', is: true } }] }
    ],
    [
      `targets ${named('arrival', 'continue', 'goTo', 0)}: this entry always holds, so those after it are never taken: give it a "when", or put it last`,
      `targets ${named('first-thought', 'goTo', 0, 'when')}: the last entry of a goTo list always holds: leave its "when" out, or add an entry without one`
    ]
  ],
  [
    'a fact that is built in, one that must be yes or no, and a level that begins nowhere',
    [
      { at: ['facts', 'duty'], to: { kind: 'flag', means: 'It is known.' } },
      {
        at: ['facts', 'dutyMet'],
        to: { kind: 'level', values: ['no', 'no', 'yes'], initial: 'maybe', means: 'Nobody hears.' }
      },
      { at: ['facts', 'trust', 'initial'], to: 'some' }
    ],
    [
      'facts facts.trust.initial: "some" is none of the values of "trust": begin with one of "closed", "guarded", "open"',
      'facts facts.duty: "duty" is there without being declared: leave it out',
      'facts facts.dutyMet.kind: "dutyMet" is read as yes or no: declare it as a flag'
    ]
  ],
  [
    'conditions on what is not there',
    [
      {
        at: scene('arrival', 'text', 0, 'when'),
        to: { all: [{ fact: 'isAlone', is: true }, { not: { fact: 'trust', is: 'deep' } }] }
      },
      {
        at: scene('listens', 'text', 0, 'when'),
        to: {
          any: [
            { fact: 'isPrivate', is: 'yes' },
            { fact: 'isPrivate', atLeast: 'true' }
          ]
        }
      },
      { at: ['debrief', 'readers', 0, 'when'], to: { fact: 'role', is: 'security' } }
    ],
    [
      `facts ${named('arrival', 'text', 0, 'when', 'all', 0, 'fact')}: the fact "isAlone" is not declared: declare it under facts`,
      `facts ${named('arrival', 'text', 0, 'when', 'all', 1, 'not', 'is')}: "deep" is none of the values of "trust": write one of "closed", "guarded", "open"`,
      `facts ${named('listens', 'text', 0, 'when', 'any', 0, 'is')}: "isPrivate" is yes or no: write true or false`,
      `facts ${named('listens', 'text', 0, 'when', 'any', 1, 'atLeast')}: "isPrivate" has no order, so "atLeast" says nothing: use "is"`,
      'facts debrief.readers.0.when.is: "security" is none of the values of "role": write one of "registered-nurse", "physician"'
    ]
  ],
  [
    'a built-in fact that is set',
    [{ at: scene('listens', 'continue', 'sets'), to: { duty: 'none', disclosed: true } }],
    [
      `facts ${named('listens', 'continue', 'sets', 'duty')}: only a declared fact can be set and "duty" is none: declare it under facts, or leave it out`
    ]
  ],
  [
    'a fact named like a built-in thing',
    [{ at: scene('listens', 'continue', 'sets'), to: { constructor: true } }],
    [
      `facts ${named('listens', 'continue', 'sets', 'constructor')}: only a declared fact can be set and "constructor" is none: declare it under facts, or leave it out`
    ]
  ],
  [
    'a phrase that is half written, and one marked twice',
    [
      {
        at: scene('what-stands-out', 'passages', 1, 'text'),
        to: 'Dario [answers](answers-for-him), [again](answers-for-him), and [stands] (close](Now).'
      }
    ],
    [
      `passages ${named('what-stands-out', 'passages', 1, 'text')}: the cue "answers-for-him" is marked twice in scene "what-stands-out": mark one phrase for it`,
      `passages ${named('what-stands-out', 'passages', 1, 'text')}: a phrase that can be marked is written [phrase](cue-id): mend it`
    ]
  ],
  [
    'a pair of one step, and of none',
    [
      { at: scene('plan', 'precedence', 0, 'after'), to: 'film' },
      { at: scene('plan', 'precedence', 1, 'before'), to: 'guess' }
    ],
    [
      `answers ${named('plan', 'precedence', 0, 'after')}: the pair "care-before-offer" names one step twice: name two steps`,
      `answers ${named('plan', 'precedence', 1, 'before')}: the pair "wish-before-offer" names no step of this scene: name one that it has`
    ]
  ],
  [
    'answers that name nothing',
    [
      { at: scene('record', 'results', 0, 'answer', 'all'), to: { claim: ['his-words'], chart: ['her-words'] } },
      { at: scene('hand-over', 'results', 1, 'answer', 'any'), to: ['your-guess'] }
    ],
    [
      `answers ${named('hand-over', 'results', 1, 'answer', 'any', 0)}: this scene has no sentence "your-guess": name one that it has`,
      `answers ${named('record', 'results', 0, 'answer', 'all', 'claim')}: this scene has no place "claim": name one that it has`,
      `answers ${named('record', 'results', 0, 'answer', 'all', 'chart', 0)}: the place "chart" has no option "her-words": name one that it has`
    ]
  ],
  [
    'a last result that does not take all, and one before it that does',
    [
      { at: scene('hand-over', 'results', 0, 'answer') },
      { at: scene('hand-over', 'results', 2, 'when'), to: { fact: 'isPrivate', is: true } }
    ],
    [
      `answers ${named('hand-over', 'results', 0)}: the result "clear" takes every answer, so those after it are never reached: give it an "answer" or "when", or put it last`,
      `answers ${named('hand-over', 'results', 2)}: the last result of scene "hand-over" takes every answer that is left: leave its "when" and "answer" out`
    ]
  ],
  [
    'a harm without its mark, a mark without its harm, and a risk recommended',
    [
      { at: scene('limits', 'choices', 2, 'marks'), to: [] },
      { at: scene('answer', 'choices', 1, 'marks'), to: [{ axis: 'trust', mark: 'harms', evidence: 'You pressed.' }] },
      { at: scene('care-first', 'choices', 0, 'marks', 0, 'mark'), to: 'risks' }
    ],
    [
      `harms ${named('limits', 'choices', 2, 'marks')}: "limits/promise" is harmful and marks no axis as harmed: add the mark, or change its quality`,
      `harms ${named('answer', 'choices', 1, 'quality')}: "answer/offer-once-more" harms an axis: make its quality "harmful", or change the mark`,
      `harms ${named('care-first', 'choices', 0, 'marks', 0, 'mark')}: "care-first/splint" is recommended and only keeps or repairs: change the mark, or its quality`
    ]
  ],
  [
    'a repair of nothing, and one that can be passed over',
    [
      { at: scene('start-again', 'repairs'), to: ['privacy/ask-now', 'privacy/step-outside', 'privacy/shout'] },
      { at: scene('start-again', 'skip'), to: { summary: 'Later.', goTo: 'limits' } }
    ],
    [
      `harms ${named('start-again', 'repairs', 1)}: "privacy/step-outside" is not harmful and needs no repair: leave it out`,
      `harms ${named('start-again', 'repairs', 2)}: there is no act "privacy/shout": write it as scene/option`,
      `harms ${named('start-again', 'skip')}: the scene "start-again" puts a harm right and cannot be passed over: leave its skip out`
    ]
  ],
  [
    'a harm its repair does not know',
    [{ at: scene('start-again', 'repairs') }],
    [
      `harms ${named('privacy', 'choices', 1, 'repairedBy')}: the scene "start-again" does not list "privacy/ask-now" under its repairs: add it there`
    ]
  ],
  [
    'a certainty of nothing',
    [{ at: ['endings', 1, 'documented', 'certainty'], to: 'suspected' }],
    [
      'coding endings.1.documented.certainty: ending "leaves-quietly" documents a certainty without an exploitation, or the reverse: write "none" for both or for neither'
    ]
  ]
]

test.each(cases)('tells of %s', (_, changes, expected) => {
  expect(saidAfter(...changes)).toEqual(expected)
})

function signedOff(capacity: string, { version = 1, verdict = 'approved' } = {}) {
  return { by: 'Sam Rivera', version, capacity, on: '2026-06-01', verdict }
}
