import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { WorkspacePerson } from '../../test/support/workspace-person.ts'

/** A bot as a child process: how to start it against a workspace. */
export interface Bot {
  readonly name: string
  start(workspace: Workspace): ChildProcess
}

export interface Run {
  /** ms from starting the process to its connection with Slack */
  readonly readyMs: number
  /** ms from sending a message to seeing the bot's answer to it; the first, then all the others */
  readonly firstAnswerMs: number
  readonly answerMs: readonly number[]
  /** resident memory after the answers, MB */
  readonly residentMb: number
}

/** A process of this Node with nothing but the given environment beside what finding programs takes. */
export function spawnNode(args: readonly string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, args, { env: { ...environment }, stdio: ['ignore', 'ignore', 'inherit'] })
}

function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return Number(kilobytes) / 1024
}

async function answers(workspace: Workspace, person: WorkspacePerson, text: string): Promise<number> {
  const fromBot = (): number => workspace.ledger().filter(({ user }) => user === workspace.botUser).length
  const before = fromBot()
  const from = performance.now()
  const seen = person.waitFor(() => fromBot() > before, 'an answer')
  await person.say(text)
  await seen
  return performance.now() - from
}

/** Starts the bot, talks to it `messages` times, and stops it. */
export async function measure(bot: Bot, workspace: Workspace, messages: number): Promise<Run> {
  const [id = ''] = workspace.employees
  const person = new WorkspacePerson(workspace.address, id, 20_000)
  const from = performance.now()
  const child = bot.start(workspace)
  try {
    await person.waitFor((state) => state.connected, `${bot.name} to connect`)
    const readyMs = performance.now() - from
    const firstAnswerMs = await answers(workspace, person, 'I forgot my password')
    const answerMs: number[] = []
    for (let sent = 0; sent < messages; sent += 1) {
      answerMs.push(await answers(workspace, person, 'my account is locked'))
    }
    return { readyMs, firstAnswerMs, answerMs, residentMb: residentMb(child.pid ?? 0) }
  } finally {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
    await person.waitFor((state) => !state.connected, `${bot.name} to leave`)
  }
}
