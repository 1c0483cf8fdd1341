import { describe, expect, test } from 'vitest'
import { parseAnswer } from '#app/learn/attempts/[attemptId]/answer/parse-answer.ts'

function form(fields: [string, string | File][]): FormData {
  const form = new FormData()
  for (const [name, value] of fields) form.append(name, value)
  return form
}

const at = (act: string): [string, string][] => [
  ['act', act],
  ['scene', 'a-scene'],
  ['seenSeq', '7']
]

describe('a form becomes the act it stands for', () => {
  test.each<[string, [string, string][], object]>([
    ['continued', [], {}],
    ['skipped', [], {}],
    ['returned', [], {}],
    ['chose', [['choice', 'one']], { choice: 'one' }],
    [
      'flagged',
      [
        ['cue', 'a'],
        ['cue', 'b']
      ],
      { cues: ['a', 'b'] }
    ],
    ['flagged', [], { cues: [] }],
    [
      'sorted',
      [
        ['bin.a', 'changes-now'],
        ['bin.b', 'not-a-sign']
      ],
      { bins: { a: 'changes-now', b: 'not-a-sign' } }
    ],
    [
      'ordered',
      [
        ['position.a', '2'],
        ['position.b', '3'],
        ['position.c', '1']
      ],
      { steps: ['c', 'a', 'b'] }
    ],
    [
      'filed',
      [
        ['place.chart', 'x'],
        ['place.portal', 'y']
      ],
      { places: { chart: 'x', portal: 'y' } }
    ],
    [
      'handed-over',
      [
        ['sentence', 'a'],
        ['sentence', 'b']
      ],
      { sentences: ['a', 'b'] }
    ]
  ])('%s %j', (act, fields, rest) => {
    const event = { type: `learner.${act}`, scene: 'a-scene', ...rest }
    expect(parseAnswer(form([...at(act), ...fields]))).toEqual({ event, seenSeq: 7 })
  })
})

describe('a form with picks missing says which', () => {
  test.each<[string, [string, string][], string]>([
    ['chose', [], 'choose_one'],
    ['chose', [['choice', '']], 'choose_one'],
    ['sorted', [], 'choose_one'],
    [
      'sorted',
      [
        ['bin.a', 'changes-now'],
        ['bin.b', '']
      ],
      'choose_one'
    ],
    ['filed', [], 'choose_one'],
    ['ordered', [], 'order_incomplete'],
    [
      'ordered',
      [
        ['position.a', '1'],
        ['position.b', '']
      ],
      'order_incomplete'
    ],
    [
      'ordered',
      [
        ['position.a', '1'],
        ['position.b', '1']
      ],
      'order_incomplete'
    ],
    [
      'ordered',
      [
        ['position.a', '1'],
        ['position.b', '3']
      ],
      'order_incomplete'
    ],
    [
      'ordered',
      [
        ['position.a', '0'],
        ['position.b', '1']
      ],
      'order_incomplete'
    ],
    [
      'ordered',
      [
        ['position.a', 'first'],
        ['position.b', '2']
      ],
      'order_incomplete'
    ],
    ['handed-over', [], 'pick_up_to_three'],
    ['handed-over', ['a', 'b', 'c', 'd'].map((id): [string, string] => ['sentence', id]), 'pick_up_to_three']
  ])('%s %j: %s', (act, fields, code) => {
    expect(() => parseAnswer(form([...at(act), ...fields]))).toThrow(expect.objectContaining({ code, status: 400 }))
  })
})

describe('any other form is invalid', () => {
  test.each<[string, [string, string | File][]]>([
    [
      'no act',
      [
        ['scene', 'a'],
        ['seenSeq', '1']
      ]
    ],
    ['an unknown act', at('guessed')],
    ['an act named as what every object has', at('constructor')],
    ['a first event', at('attempt.started')],
    ['two acts', [...at('continued'), ['act', 'skipped']]],
    ['a field of another act', [...at('continued'), ['choice', 'a']]],
    ['an unknown field', [...at('continued'), ['admin', 'yes']]],
    ['two choices', [...at('chose'), ['choice', 'a'], ['choice', 'b']]],
    [
      'no scene',
      [
        ['act', 'continued'],
        ['seenSeq', '1']
      ]
    ],
    [
      'a scene that is no name',
      [
        ['act', 'continued'],
        ['scene', '<b>'],
        ['seenSeq', '1']
      ]
    ],
    [
      'no number',
      [
        ['act', 'continued'],
        ['scene', 'a']
      ]
    ],
    [
      'number zero',
      [
        ['act', 'continued'],
        ['scene', 'a'],
        ['seenSeq', '0']
      ]
    ],
    [
      'a number too long',
      [
        ['act', 'continued'],
        ['scene', 'a'],
        ['seenSeq', '99999999999']
      ]
    ],
    [
      'a number with a sign',
      [
        ['act', 'continued'],
        ['scene', 'a'],
        ['seenSeq', '+1']
      ]
    ],
    ['an unknown bin', [...at('sorted'), ['bin.a', 'trash']]],
    ['a choice far too long', [...at('chose'), ['choice', 'a'.repeat(65)]]],
    ['a choice with a zero byte', [...at('chose'), ['choice', 'a\u0000']]],
    ['a name every object has', [...at('filed'), ['place.__proto__', 'a']]],
    ['a file', [...at('chose'), ['choice', new File(['a'], 'a.txt')]]]
  ])('%s', (_, fields) => {
    expect(() => parseAnswer(form(fields))).toThrow(expect.objectContaining({ code: 'invalid_input', status: 400 }))
  })
})
