import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PostMetadata } from '../../src/slack/action.ts'
import type { PageState } from '../../src/workspace/page-api.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { environmentFor, freePort } from '../support/start-postern.ts'
import { buttonsInSight, messagesOf, shownText, WorkspacePerson } from '../support/workspace-person.ts'
import { BotProcess } from './bot-process.ts'

interface KillWalksOptions {
  readonly root: string
  readonly walks: number
  /** The same seed kills at the same moments. */
  readonly seed: number
  readonly onWalk?: (line: string) => void
}

interface KillWalksResult {
  readonly finished: number
  /** Messages beyond one for each post, whoever reads it. */
  readonly duplicatedCards: number
  /** Tickets beyond one for each walk. */
  readonly duplicatedTickets: number
}

/** How long a person waits for an answer before they try again; how often they try. */
const patienceMs = 4_000
const tries = 12
/** A whole walk takes about this long; the moment of death is drawn from it. */
const walkMs = 2_500

/** mulberry32: a small seeded generator of numbers 0..1. */
function random(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

type Sees = (state: PageState) => boolean

function has(action: string, channel?: string): Sees {
  return (state) => buttonsInSight(state, channel).some(({ actionId }) => actionId.startsWith(action))
}

function hasLabel(label: string): Sees {
  return (state) => buttonsInSight(state).some((button) => button.label === label)
}

/** Does `act` until `sees` holds, as a person would who gets no answer: wait a while, then press again. */
async function until(
  person: WorkspacePerson,
  what: string,
  sees: Sees,
  act: () => Promise<unknown>,
): Promise<void> {
  for (let attempt = 1; attempt <= tries; attempt += 1) {
    if (sees(await person.state())) return
    await act().catch(() => undefined)
    try {
      await person.waitFor(sees, what)
      return
    } catch (error) {
      if (attempt === tries) throw error
    }
  }
}

/** Beyond twenty tickets in ten minutes the card is had from the list. */
async function lookForTicket(postmaster: WorkspacePerson, channel: string, ticket: number): Promise<void> {
  const state = await postmaster.state()
  if (!has('desk:show', channel)(state)) return
  await postmaster.press('desk:show', { in: channel, values: [JSON.stringify({ ticket })] })
}

/** One walk from the first words to "it worked". `number` makes its words findable. */
async function walk(workspace: Workspace, number: number): Promise<void> {
  const channel = workspace.postmasterChannel
  const [employeeId = ''] = workspace.employees
  const [postmasterId = ''] = workspace.postmasters
  const employee = new WorkspacePerson(workspace.address, employeeId, patienceMs)
  const postmaster = new WorkspacePerson(workspace.address, postmasterId, patienceMs)
  const note = `walk-${number}-end`
  const noted: Sees = (state) =>
    messagesOf(state, channel).some((message) => shownText(message).includes(note))
  const formGone: Sees = (state) => state.modals.length === 0

  await until(employee, 'the first card', hasLabel('None of these'), () =>
    employee.say('I forgot my password'),
  )
  await until(
    employee,
    'the dead end',
    (state) => !hasLabel('None of these')(state) && has('card:asked_for_postmaster')(state),
    () => employee.press('None of these'),
  )
  await until(
    employee,
    'the form',
    (state) => state.modals.length > 0,
    () => employee.press('card:asked_for_postmaster'),
  )
  await until(employee, 'the form to be taken', formGone, () =>
    employee.submit({ note, lockedSince: 'today' }),
  )
  await until(postmaster, 'the ticket', noted, () => lookForTicket(postmaster, channel, 1000 + number))
  await until(postmaster, 'the claim', has('ticket:resolve', channel), () =>
    postmaster.press('ticket:claim', { in: channel }),
  )
  await until(
    postmaster,
    'the form',
    (state) => state.modals.length > 0,
    () => postmaster.press('ticket:resolve', { in: channel }),
  )
  await until(postmaster, 'the form to be taken', formGone, () =>
    postmaster.submit({ outcome: 'password_reset', identityCheck: 'callback' }),
  )
  await until(employee, 'the question', has('ticket:confirm'), () => employee.state())
  await until(
    employee,
    'the end',
    (state) => !has('ticket:confirm')(state),
    () => employee.press('ticket:confirm'),
  )
}

async function killAt(bot: BotProcess, ms: number): Promise<void> {
  await new Promise((resolve) => AbortSignal.timeout(ms).addEventListener('abort', resolve))
  await bot.end('SIGKILL')
  bot.start()
}

/** How many messages there were of each post: cards, tickets, news, alarms, and what the owner or another was told. */
function messagesOfPosts(workspace: Workspace): Map<string, number> {
  const posts = new Map<string, number>()
  for (const { metadata } of workspace.ledger()) {
    // whispers carry no metadata, and may be said as often as needed
    if (metadata === undefined) continue
    const { post_id: id } = PostMetadata.parse(metadata.event_payload)
    posts.set(id, (posts.get(id) ?? 0) + 1)
  }
  return posts
}

/** Walks again and again while Postern is killed once in each walk, at a random moment, and started again. */
export async function killWalks({ root, walks, seed, onWalk }: KillWalksOptions): Promise<KillWalksResult> {
  const folder = await mkdtemp(join(tmpdir(), 'postern-kills-'))
  const workspace = await startWorkspace({ port: 0 })
  const next = random(seed)
  const database = `sqlite:${join(folder, 'postern.db')}`
  const settings = environmentFor(workspace, 'socket', await freePort(), database)
  const bot = new BotProcess(root, { ...settings, REQUESTS_PER_DAY: '1000' })
  let finished = 0
  try {
    bot.start()
    for (let number = 1; number <= walks; number += 1) {
      const ms = Math.floor(next() * walkMs)
      await Promise.all([
        walk(workspace, number).then(
          () => {
            finished += 1
            onWalk?.(`walk ${number}: killed after ${ms} ms, finished`)
          },
          (error: unknown) => onWalk?.(`walk ${number}: killed after ${ms} ms, STUCK: ${String(error)}`),
        ),
        killAt(bot, ms),
      ])
    }
    const posts = messagesOfPosts(workspace)
    return {
      finished,
      duplicatedCards: [...posts.values()].reduce((sum, count) => sum + count - 1, 0),
      duplicatedTickets: [...posts.keys()].filter((id) => /^ticket:\d+$/.test(id)).length - walks,
    }
  } finally {
    await bot.end('SIGTERM')
    await workspace.stop()
    await rm(folder, { recursive: true })
  }
}
