import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

/** Postern as a process of its own, which can be killed and started again. */
export class BotProcess {
  readonly #root: string
  readonly #environment: Readonly<Record<string, string>>
  #child: ChildProcess | undefined

  constructor(root: string, environment: Readonly<Record<string, string>>) {
    this.#root = root
    this.#environment = environment
  }

  start(): void {
    this.#child = spawn(process.execPath, [join(this.#root, 'src/start.js')], {
      env: { ...this.#environment },
      cwd: this.#root,
      stdio: ['ignore', 'ignore', 'inherit'],
    })
  }

  /** Ends it with this signal; resolves when it is gone. */
  async end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#child
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return
    const gone = once(child, 'exit')
    child.kill(signal)
    await gone
  }
}
