import { randomIds, systemClock } from '../src/system.ts'

describe('randomIds', () => {
  it('makes row ids that differ and fit', () => {
    const ids = new Set(Array.from({ length: 1000 }, () => randomIds.next()))
    expect(ids.size).toBe(1000)
    for (const id of ids) expect(id).toMatch(/^[A-Za-z0-9_-]{20}$/)
  })

  it('makes references of four characters without look-alikes', () => {
    for (let i = 0; i < 1000; i += 1)
      expect(randomIds.reference()).toMatch(/^[234679ACDEFGHJKMNPQRTUVWXYZ]{4}$/)
  })
})

describe('systemClock', () => {
  it('counts ms since epoch', () => {
    expect(systemClock.now()).toBeGreaterThan(Date.UTC(2026, 0))
  })
})
