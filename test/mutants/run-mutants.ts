import { execFile, execFileSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import {
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import type { Fate, Mutant } from './mutant.ts'

interface MutantsRun {
  readonly root: string
  readonly mutants: readonly Mutant[]
  /** So many copies of the project are tried at the same time. */
  readonly copies: number
  /** How long the tests of one mutant may take. */
  readonly limitMs: number
  readonly say: (line: string) => void
}

const Result = z.object({
  success: z.boolean(),
  testResults: z.array(
    z.object({
      message: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
})

/** The tracked files, as they are now, in a folder of their own. */
function copyOf(root: string): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mutants-')))
  const tracked = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
    encoding: 'utf8',
  })
  for (const path of tracked.split('\0').filter((each) => each !== '' && existsSync(join(root, each)))) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'))
  return folder
}

interface Jest {
  readonly tests: readonly string[]
  readonly testName?: string | undefined
  readonly limitMs: number
}

/** Runs some of a copy's tests, in one process. */
function jest(folder: string, { tests, testName, limitMs }: Jest): Promise<Fate> {
  const output = join(folder, `${randomUUID()}.json`)
  const options = [
    '--runInBand',
    '--forceExit',
    '--json',
    `--outputFile=${output}`,
    '--runTestsByPath',
    ...tests,
  ]
  const only = testName === undefined ? [] : ['-t', testName]
  const entry = join(folder, 'node_modules/jest/bin/jest.js')
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [entry, ...options, ...only],
      { cwd: folder, timeout: limitMs, killSignal: 'SIGKILL', maxBuffer: 64 * 1024 * 1024 },
      (error) => {
        if (error?.killed) resolve({ kind: 'broken', why: `not done in ${limitMs / 1000} s` })
        else resolve(fateIn(output))
      },
    )
  })
}

function fateIn(output: string): Fate {
  let text: string
  try {
    text = readFileSync(output, 'utf8')
  } catch {
    return { kind: 'broken', why: 'the tests did not run' }
  }
  rmSync(output)
  const { success, testResults } = Result.parse(JSON.parse(text))
  const each = testResults.flatMap(({ assertionResults }) => assertionResults)
  const failed = each.find(({ status }) => status === 'failed')
  if (failed !== undefined) return { kind: 'killed', by: failed.fullName }
  if (!success) return { kind: 'broken', why: testResults.map(({ message }) => message).join('\n') }
  return each.some(({ status }) => status === 'passed')
    ? { kind: 'survived' }
    : { kind: 'broken', why: 'no such test' }
}

/** The text with what protects taken out of it; `find` must occur once. */
export function mutated(text: string, { file, find, replace }: Mutant): string {
  const parts = text.split(find)
  if (parts.length !== 2) throw new Error(`${file} holds ${parts.length - 1} times: ${find}`)
  return parts.join(replace)
}

async function fateOf(folder: string, mutant: Mutant, limitMs: number): Promise<Fate> {
  const path = join(folder, mutant.file)
  const before = readFileSync(path, 'utf8')
  writeFileSync(path, mutated(before, mutant))
  try {
    const { tests, testName } = mutant
    return await jest(folder, { tests, testName, limitMs })
  } finally {
    writeFileSync(path, before)
  }
}

/** Each mutant's fate, in their order. Throws where the tests fail without any mutation. */
export async function runMutants({ root, mutants, copies, limitMs, say }: MutantsRun): Promise<Fate[]> {
  const fates: Fate[] = []
  const folders = Array.from({ length: Math.min(copies, mutants.length) }, () => copyOf(root))
  try {
    const [first] = folders
    if (first === undefined) return []
    const tests = [...new Set(mutants.flatMap((mutant) => mutant.tests))]
    say(`${tests.length} test files, nothing taken away`)
    const clean = await jest(first, { tests, limitMs: limitMs * tests.length })
    if (clean.kind !== 'survived') {
      throw new Error(`fails as it is: ${clean.kind === 'killed' ? clean.by : clean.why}`)
    }
    let next = 0
    let done = 0
    const work = async (folder: string): Promise<void> => {
      for (let at = next++; at < mutants.length; at = next++) {
        const mutant = mutants[at]
        if (mutant === undefined) return
        const began = performance.now()
        const fate = await fateOf(folder, mutant, limitMs)
        const seconds = Math.round((performance.now() - began) / 1000)
        fates[at] = fate
        done += 1
        say(`${done} of ${mutants.length}: ${mutant.control} ${mutant.removes}: ${fate.kind} (${seconds} s)`)
      }
    }
    await Promise.all(folders.map(work))
    return fates
  } finally {
    for (const folder of folders) rmSync(folder, { recursive: true })
  }
}
