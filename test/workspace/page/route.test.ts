import fc from 'fast-check'
import { formatRoute, parseRoute } from '../../../src/workspace/page/route.ts'

describe('parseRoute', () => {
  it('reads back what formatRoute writes', () => {
    const id = fc.string({ minLength: 1 })
    const route = fc.record(
      { person: id, channel: id, tab: fc.constantFrom('messages' as const, 'home' as const) },
      { requiredKeys: ['tab'] },
    )
    fc.assert(fc.property(route, (each) => expect(parseRoute(formatRoute(each))).toEqual(each)))
  })

  it('takes any address without failing', () => {
    fc.assert(
      fc.property(fc.string(), (hash) => expect(['messages', 'home']).toContain(parseRoute(hash).tab)),
    )
  })
})
