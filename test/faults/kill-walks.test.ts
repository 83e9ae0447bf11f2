import { root } from '../repo/source-tree.ts'
import { killWalks } from './kill-walks.ts'

describe('killWalks', () => {
  it('finishes every walk through a kill, with one ticket each', async () => {
    const lines: string[] = []
    const result = await killWalks({ root, walks: 3, seed: 20_261_124, onWalk: (line) => lines.push(line) })
    expect({ ...result, lines }).toMatchObject({ finished: 3, duplicatedCards: 0, duplicatedTickets: 0 })
  }, 180_000)
})
