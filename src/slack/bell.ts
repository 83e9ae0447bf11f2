/** Wakes one sleeper; a ring that nobody waited for wakes the next one at once. */
export class Bell {
  #rung = false
  #wakeSleeper: (() => void) | undefined

  ring(): void {
    if (this.#wakeSleeper === undefined) this.#rung = true
    else this.#wakeSleeper()
  }

  /** Resolves at the next ring, after `ms`, or when one of `others` settles; then it listens no more. */
  wait(ms?: number, others: Iterable<Promise<unknown>> = []): Promise<void> {
    if (this.#rung) {
      this.#rung = false
      return Promise.resolve()
    }
    return new Promise((resolve) => {
      const wake = (): void => {
        clearTimeout(timer)
        if (this.#wakeSleeper === wake) this.#wakeSleeper = undefined
        resolve()
      }
      const timer = ms === undefined ? undefined : setTimeout(wake, ms)
      this.#wakeSleeper = wake
      for (const other of others) other.then(wake, wake)
    })
  }
}
