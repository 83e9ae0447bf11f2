import { join } from 'node:path'
import { compose, type Running, StartupProblem } from './compose.ts'
import { ConfigError, loadConfig } from './config.ts'
import { createLog } from './log.ts'
import { originOf } from './slack/slack-failure.ts'

const root = join(import.meta.dirname, '..')

/** sysexits.h: something in the configuration must change before another start can work. */
const exitConfig = 78
/** sysexits.h: something outside does not answer now; the same start may work later. */
const exitTryLater = 75
const exitUsage = 64

const help = `Postern gets people who are locked out of Alibaba Mail back in, from Slack.

  npm start              without Slack credentials: a local Slack in your browser, to try it
                         with them (in the environment or .env): connects to your Slack
  npm start -- --fresh   the local Slack begins anew, with nothing remembered

Settings are explained in .env.example and in the README.
`

/** Slack's libraries leave some promises to themselves; what is committed needs no end of the process, and no text of theirs is printed. */
function outliveStrayRejections(logLevel: string): void {
  const log = createLog(logLevel)
  process.on('unhandledRejection', (error) => {
    const detail = originOf(error)
    log.error('a failure that nobody waited for', {
      code: 'internal',
      ...(detail !== undefined && { detail }),
    })
  })
}

function stopOnSignal(running: Running): void {
  const stop = (): void => {
    process.removeAllListeners('SIGINT').removeAllListeners('SIGTERM')
    running.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  }
  process.once('SIGINT', stop)
  process.once('SIGTERM', stop)
}

async function main(args: readonly string[]): Promise<void> {
  if (args.includes('--help') || args.includes('-h')) {
    console.log(help)
    return
  }
  const unknown = args.find((arg) => arg !== '--fresh')
  if (unknown !== undefined) {
    console.error(`Postern does not know ${unknown}.\n\n${help}`)
    process.exit(exitUsage)
  }
  const fresh = args.includes('--fresh')
  const config = loadConfig()
  const running = await compose(config, { root, fresh, say: (line) => console.log(line) })
  outliveStrayRejections(config.logLevel)
  stopOnSignal(running)
}

main(process.argv.slice(2)).catch((error: unknown) => {
  if (error instanceof ConfigError || error instanceof StartupProblem) {
    console.error(error.message)
    process.exit(error instanceof StartupProblem && error.passes ? exitTryLater : exitConfig)
  }
  console.error('Postern could not start because of a fault of its own; please report this:')
  console.error(error)
  process.exit(1)
})
