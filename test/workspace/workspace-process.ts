import { startWorkspace } from '../../src/workspace/workspace.ts'

/** Run as a process of its own, to be killed: prints the address and remembers in the file it is given. */
const workspace = await startWorkspace({ port: 0, stateFile: process.argv[2] ?? '', postRate: false })
process.stdout.write(`${workspace.address}\n`)
// The server alone keeps the process alive until it is killed.
