import { verifyChain } from '../../../src/desk/chain-audit.ts'
import { testAudit } from '../../support/test-audit.ts'
import type { Subject } from '../contract.ts'
import { entry } from '../samples.ts'

export function auditContract({ run }: Subject): void {
  describe('audit', () => {
    it('chains the lines of each ticket on their own', async () => {
      const [first, other, second] = await run(async (tx) => [
        await tx.audit.append(entry()),
        await tx.audit.append(entry({ ticket: 1002 })),
        await tx.audit.append(
          entry({ action: 'resolve', decision: 'refused', to: 'open', reason: 'own_ticket' }),
        ),
      ])
      expect(first).toMatchObject({ sequence: 1, previous: '' })
      expect(other).toMatchObject({ sequence: 1, previous: '' })
      expect(second).toMatchObject({ sequence: 2, previous: first?.hash })
      const rows = await run((tx) => tx.audit.of(1001))
      expect(rows).toEqual([first, second])
      expect(verifyChain(testAudit.auditKey, rows)).toBeUndefined()
      expect(await run((tx) => tx.audit.of(1003))).toEqual([])
    })

    it('stays one chain when many write at once', async () => {
      await Promise.all(Array.from({ length: 30 }, (_, at) => run((tx) => tx.audit.append(entry({ at })))))
      const rows = await run((tx) => tx.audit.of(1001))
      expect(rows.map((row) => row.sequence)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1))
      expect(verifyChain(testAudit.auditKey, rows)).toBeUndefined()
    })
  })
}
