/** Something outside Postern keeps it from starting; the message names the setting and says what to do, never a value of it. */
export class StartupProblem extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'StartupProblem'
  }
}
