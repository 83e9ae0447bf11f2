import { openStore } from '../../src/store/open-store.ts'
import { testAudit } from '../support/test-audit.ts'
import { dm, entry, session, ticket, view } from './samples.ts'

/** Started as a process of its own: writes one delivery after another and says which are committed, until it is killed or has written `limit`. */
async function writeDeliveries(databaseUrl: string, round: string, limit: number): Promise<void> {
  const store = await openStore(databaseUrl, testAudit)
  for (let count = 0; count < limit; count += 1) {
    const name = `${round}-${count}`
    await store.deliver(name, count, async (tx) => {
      const number = await tx.tickets.nextNumber()
      await tx.sessions.insert(session({ id: name, user: name, card: `${number}` }))
      await tx.tickets.insert(ticket({ number, mailbox: `${name}@example.com` }))
      await tx.posts.put({ id: name, surface: dm(name), view: view(number) })
      await tx.timers.start({ id: name, kind: 'wait_over', subject: `session:${name}`, dueAt: count })
      await tx.audit.append(entry({ ticket: number, to: name }))
    })
    process.stdout.write(`${name}\n`)
  }
  await store.close()
}

const [databaseUrl = '', round = '', limit = 'Infinity'] = process.argv.slice(2)
await writeDeliveries(databaseUrl, round, Number(limit))
