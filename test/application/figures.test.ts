import fc from 'fast-check'
import { figuresOf, isEnough } from '../../src/application/figures.ts'
import type { Course, HeardMessage } from '../../src/application/ports.ts'
import type { Screen, Session } from '../../src/guide/session.ts'
import { session } from '../store/samples.ts'

const ended = (
  how: 'solved' | 'cancelled' | 'handed_over',
  flow?: string,
  more: { helped?: boolean } = {},
): Session => {
  const place = flow === undefined ? {} : { place: { flow, node: 'end' } }
  const screen: Screen = { kind: 'ended', how, ...place, ...more }
  return session({ screen })
}
const none = { walks: [], courses: [], heard: new Map() }
const minute = 60_000

describe('figuresOf', () => {
  it('counts who helped themselves, in all and by path', () => {
    const walks = [
      ended('solved', 'locked'),
      ended('solved', 'locked', { helped: true }),
      ended('solved', 'locked', { helped: false }),
      ended('handed_over', 'locked'),
      ended('handed_over', 'forgot'),
      ended('handed_over'),
      ended('cancelled', 'locked'),
      session(),
    ]
    const { selfService, byPath } = figuresOf({ ...none, walks })
    expect(selfService).toEqual({ part: 2, of: 6 })
    expect(byPath).toEqual([
      { flow: 'locked', share: { part: 2, of: 4 } },
      { flow: 'forgot', share: { part: 0, of: 1 } },
      { flow: undefined, share: { part: 0, of: 1 } },
    ])
  })

  it('tells the median and the 90th percentile of what was claimed and closed', () => {
    const courses = Array.from({ length: 10 }, (_, index): Course => {
      const openedAt = index * 1_000
      const claimedAt = openedAt + (10 - index) * minute
      return { reason: 'locked', openedAt, claimedAt, ...(index < 3 && { closedAt: openedAt + minute }) }
    })
    const { toClaim, toClose } = figuresOf({
      ...none,
      courses: [...courses, { reason: 'other', openedAt: 0 }],
    })
    expect(toClaim).toEqual({ count: 10, median: 5 * minute, p90: 9 * minute })
    expect(toClose).toEqual({ count: 3, median: minute, p90: minute })
  })

  it('counts the dead ends by reason, most frequent first', () => {
    const courses = ['locked', 'second_factor', 'second_factor'].map((reason) => ({ reason, openedAt: 0 }))
    const { tickets, deadEnds } = figuresOf({ ...none, courses })
    expect(tickets).toBe(3)
    expect(deadEnds).toEqual([
      { reason: 'second_factor', count: 2 },
      { reason: 'locked', count: 1 },
    ])
  })

  it('tells which share of what was heard is out of scope', () => {
    const heard = new Map<HeardMessage['decision'], number>([
      ['accept', 7],
      ['clarify', 1],
      ['fallback', 2],
      ['not_read', 90],
    ])
    expect(figuresOf({ ...none, heard }).outOfScope).toEqual({ part: 2, of: 10 })
  })

  it('holds nothing but zeros for an empty period', () => {
    const nothing = { count: 0, median: 0, p90: 0 }
    expect(figuresOf(none)).toEqual({
      selfService: { part: 0, of: 0 },
      byPath: [],
      toClaim: nothing,
      toClose: nothing,
      tickets: 0,
      deadEnds: [],
      outOfScope: { part: 0, of: 0 },
    })
  })

  it('gives percentiles that so many do not exceed', () => {
    const taken = fc.array(fc.nat(1_000_000), { minLength: 1 })
    fc.assert(
      fc.property(taken, (times) => {
        const courses = times.map((claimedAt) => ({ reason: 'locked', openedAt: 0, claimedAt }))
        const { median, p90 } = figuresOf({ ...none, courses }).toClaim
        const within = (limit: number): number => times.filter((time) => time <= limit).length / times.length
        expect(within(median)).toBeGreaterThanOrEqual(0.5)
        expect(within(p90)).toBeGreaterThanOrEqual(0.9)
        expect(within(median - 1)).toBeLessThan(0.5)
        expect(within(p90 - 1)).toBeLessThan(0.9)
      }),
    )
  })
})

describe('isEnough', () => {
  it('says nothing of fewer than five', () => {
    expect([0, 4, 5].map(isEnough)).toEqual([false, false, true])
  })
})
