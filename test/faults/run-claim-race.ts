import { join } from 'node:path'
import { claimRace } from './claim-race.ts'

/** `npm run -s claim-race -- [races] [socket|http]`: two postmasters, one ticket, less than 5 ms apart. */
const [races = '1000', transport = 'http'] = process.argv.slice(2)
const root = join(import.meta.dirname, '../..')
const result = await claimRace({
  root,
  races: Number(races),
  transport: transport === 'socket' ? 'socket' : 'http',
})
process.stdout.write(`${JSON.stringify(result)}\n`)
const { oneWinner, oneTold, missed, audit } = result
const isClean = audit.broken === undefined && audit.done === audit.late + missed
process.exit(oneWinner === Number(races) && oneTold === Number(races) && isClean ? 0 : 1)
