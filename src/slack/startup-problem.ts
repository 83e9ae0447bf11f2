/** Something outside Postern keeps it from starting; the message names the setting and says what to do, never a value of it. */
export class StartupProblem extends Error {
  /** Whether it may pass by itself, so that the same start can work later. */
  readonly passes: boolean
  constructor(message: string, options: ErrorOptions & { readonly passes?: boolean } = {}) {
    super(message, options)
    this.passes = options.passes ?? false
    this.name = 'StartupProblem'
  }
}

/** The port is taken, or may not be used; `cause` is what listening failed with. */
export function portProblem(port: number, cause: NodeJS.ErrnoException): StartupProblem {
  const why =
    cause.code === 'EADDRINUSE' ? 'something else uses it' : `it cannot be used (${cause.code ?? 'unknown'})`
  return new StartupProblem(
    `PORT ${port} is not free: ${why}.\nStop what is using it (perhaps another Postern), or set PORT to another number, such as PORT=${port < 65_535 ? port + 1 : 3000} npm start.`,
    { cause },
  )
}
