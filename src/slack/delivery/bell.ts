/** Wakes one sleeper; a ring that nobody waited for wakes the next one at once. */
export class Bell {
  #rung = false
  #wakeSleeper: (() => void) | undefined

  ring(): void {
    if (this.#wakeSleeper === undefined) this.#rung = true
    else this.#wakeSleeper()
  }

  /** Resolves at the next ring, or after `ms`. */
  wait(ms?: number): Promise<void> {
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
    })
  }
}
