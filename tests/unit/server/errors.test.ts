import { afterEach, expect, test, vi } from 'vitest'
import { AppError, asAppError } from '#server/errors.ts'

const written = vi.spyOn(console, 'error').mockImplementation(() => undefined)
afterEach(() => written.mockClear())

function logged(): unknown[] {
  return written.mock.calls.map(([line]) => JSON.parse(String(line)))
}

test('a fault of the request keeps its name and is not logged', () => {
  const fault = new AppError('attempt_not_found')
  expect(asAppError(fault)).toBe(fault)
  expect(fault.status).toBe(404)
  expect(logged()).toEqual([])
})

test('anything unexpected is logged under an id, with where it came from and not with what it said', () => {
  const cause = Object.assign(new RangeError('value "she said no" is out of range'), { code: '22003' })
  expect(asAppError(cause)).toMatchObject({ code: 'unexpected', status: 500, cause })
  expect(logged()).toEqual([
    {
      level: 'error',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      at: expect.any(String),
      code: 'unexpected',
      cause: 'RangeError',
      causeCode: '22003',
      frames: expect.arrayContaining([expect.stringMatching(/^at .*errors\.test\.ts/)])
    }
  ])
  expect(JSON.stringify(logged())).not.toContain('she said no')
})

test('a corrupt log names its stream and number', () => {
  asAppError(new AppError('log_corrupt', { where: { stream: 'a-stream', seq: 7 } }))
  expect(logged()).toEqual([expect.objectContaining({ code: 'log_corrupt', stream: 'a-stream', seq: 7 })])
})

test('what is thrown without being an error has a name too', () => {
  expect(asAppError('gone')).toMatchObject({ code: 'unexpected', status: 500 })
  expect(JSON.stringify(logged())).not.toContain('gone')
})

test('a fault names the request it came from and its route, where the door knows them', () => {
  asAppError(new AppError('unexpected'), { request: 'a-request', route: '/learn/attempts/[attemptId]' })
  expect(logged()).toEqual([
    expect.objectContaining({ code: 'unexpected', request: 'a-request', route: '/learn/attempts/[attemptId]' })
  ])
})

test('a fault of another copy of its class keeps its name', () => {
  const where = { stream: 'a-stream', seq: 7 }
  const fault = Object.assign(new Error('log_corrupt'), { name: 'AppError', code: 'log_corrupt', status: 500, where })
  expect(asAppError(fault)).toBe(fault)
  expect(logged()).toEqual([expect.objectContaining({ code: 'log_corrupt', ...where })])
})
