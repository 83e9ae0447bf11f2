import { root } from '../repo/source-tree.ts'
import type { Transport } from '../support/start-postern.ts'
import { claimRace } from './claim-race.ts'

const races = 10

describe('claimRace', () => {
  it.each<Transport>(['http', 'socket'])(
    'lets one of two win every time, and tells the other, over %s',
    async (transport) => {
      const result = await claimRace({ root, races, transport })
      expect(result).toMatchObject({ races, oneWinner: races, oneTold: races })
      const { done, late, broken } = result.audit
      expect({ broken, late: late + result.missed, enough: done >= races }).toEqual({
        broken: undefined,
        late: done,
        enough: true,
      })
    },
    120_000,
  )
})
