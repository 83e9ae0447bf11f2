import { parseArgs } from 'node:util'

const help = `Usage: npm run bench -- [start|intent] [options]

  start     Postern beside a bare Bolt app that answers "ok": start, answers, memory (the default)
              --rounds N     5 unless said
              --messages N   40 a round unless said
  intent    Postern's model beside three others: accuracy, messages out of scope, time, memory
              --on FILE      rows {"text": …, "intent": …}, one a line; a fifth of the content unless said
              --rounds N     5 unless said

The others are installed into bench/peers at the first run of intent.
`

const exitUsage = 64

function misused(problem: string): never {
  process.stderr.write(`${problem}\n\n${help}`)
  process.exit(exitUsage)
}

function options() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        help: { type: 'boolean', short: 'h' },
        on: { type: 'string' },
        rounds: { type: 'string', default: '5' },
        messages: { type: 'string', default: '40' },
      },
    })
  } catch (error) {
    return misused(error instanceof Error ? error.message : String(error))
  }
}

function count(name: string, value: string): number {
  const number = Number(value)
  return Number.isInteger(number) && number > 0 ? number : misused(`--${name} needs a whole number above 0.`)
}

async function main(): Promise<void> {
  const { values, positionals } = options()
  const [name = 'start', ...rest] = positionals
  if (values.help) return void process.stdout.write(help)
  const rounds = count('rounds', values.rounds)
  if (name === 'start' && rest.length === 0 && values.on === undefined) {
    const { benchStart } = await import('./start/bench-start.ts')
    return void process.stdout.write(`${await benchStart(rounds, count('messages', values.messages))}\n`)
  }
  if (name === 'intent' && rest.length === 0) {
    const { benchIntent } = await import('./intent/bench-intent.ts')
    return void process.stdout.write(`${await benchIntent(rounds, values.on)}\n`)
  }
  misused('Name one bench: start or intent.')
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
