import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from '../repo/source-tree.ts'

interface Result {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** Starts a file of `src/cli` as npm would. */
export function startCommand(script: string, ...args: string[]): ChildProcessWithoutNullStreams {
  return spawn(process.execPath, [join('src', 'cli', script), ...args], { cwd: root })
}

/** Runs a file of `src/cli` to its end, with this environment or ours. */
export async function runCommand(
  script: string,
  args: readonly string[],
  input = '',
  environment: NodeJS.ProcessEnv = process.env,
): Promise<Result> {
  const child = spawn(process.execPath, [join('src', 'cli', script), ...args], {
    cwd: root,
    env: environment,
  })
  let out = ''
  let err = ''
  child.stdout.on('data', (chunk) => {
    out += String(chunk)
  })
  child.stderr.on('data', (chunk) => {
    err += String(chunk)
  })
  child.stdin.end(input)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  return { code, out, err }
}
