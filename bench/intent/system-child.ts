import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { dirname, join } from 'node:path'
import { Report } from './report.ts'
import type { SystemName } from './system.ts'

/** A system in a process of its own, so that what it imports and holds is counted for it alone. */
export class SystemChild {
  readonly #name: SystemName
  readonly #child: ChildProcess
  readonly #ended: Promise<never>

  constructor(name: SystemName, job: 'learn' | 'serve', modelPath: string, inputPath: string) {
    this.#name = name
    this.#child = fork(join(import.meta.dirname, 'system-process.ts'), [name, job, modelPath, inputPath], {
      cwd: dirname(inputPath),
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    })
    this.#ended = once(this.#child, 'exit').then(() => {
      throw new Error(`${name} ended before its work was done.`)
    })
    this.#ended.catch(() => undefined)
  }

  async #next(): Promise<Report> {
    const [message] = await Promise.race([once(this.#child, 'message'), this.#ended])
    return Report.parse(message)
  }

  /** Its next report, which must be of this kind; throws when the process ends instead. */
  async next<Kind extends Report['kind']>(kind: Kind): Promise<Extract<Report, { kind: Kind }>> {
    const report = await this.#next()
    const isWanted = (each: Report): each is Extract<Report, { kind: Kind }> => each.kind === kind
    if (isWanted(report)) return report
    throw new Error(`${this.#name} reported ${report.kind} instead of ${kind}.`)
  }

  /** All messages once; `round` is 0 or the number of the round. */
  async round(round: number): Promise<Extract<Report, { kind: 'round' }>> {
    this.#child.send(round)
    return await this.next('round')
  }

  stop(): void {
    this.#child.kill()
  }
}
