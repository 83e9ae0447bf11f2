import { join } from 'node:path'
import { killWalks } from './kill-walks.ts'

/** `npm run -s kill-walks -- [walks] [seed]`: the whole walk, killed once each time at a random moment. */
const [walks = '50', seed = '1'] = process.argv.slice(2)
const result = await killWalks({
  root: join(import.meta.dirname, '../..'),
  walks: Number(walks),
  seed: Number(seed),
  onWalk: (line) => process.stdout.write(`${line}\n`),
})
process.stdout.write(
  `${result.finished} of ${walks} walks finished, ${result.duplicatedTickets} duplicated tickets, ${result.duplicatedCards} duplicated cards\n`,
)
process.exit(
  result.finished === Number(walks) && result.duplicatedTickets + result.duplicatedCards === 0 ? 0 : 1,
)
