import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as after } from 'node:timers/promises'
import type { AuditBreak } from '../../src/desk/audit.ts'
import { verifyChain } from '../../src/desk/chain-audit.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { PageState } from '../../src/workspace/page-api.ts'
import { startWorkspace, type Workspace } from '../../src/workspace/workspace.ts'
import { startPostern, type Transport } from '../support/start-postern.ts'
import { testAudit } from '../support/test-audit.ts'
import { buttonsInSight, messagesOf, WorkspacePerson } from '../support/workspace-person.ts'

interface ClaimRaceOptions {
  readonly root: string
  readonly races: number
  readonly transport: Transport
}

interface ClaimRaceResult {
  readonly races: number
  /** Tries that were none: Slack showed the second no button any more. They were run again. */
  readonly missed: number
  /** Races after which exactly one of the two had the ticket. */
  readonly oneWinner: number
  /** Races in which the other one, and nobody else, was told who was faster. */
  readonly oneTold: number
  /** The most that lay between the two clicks, in ms. */
  readonly widestMs: number
  /** How often the one who clicked first did not win. */
  readonly overtaken: number
  /** What the audit of the ticket says of the claims. */
  readonly audit: { readonly done: number; readonly late: number; readonly broken: AuditBreak | undefined }
}

/** The ticket's number where there is one ticket. */
const ticket = 1001
/** Between the two clicks of a race, in turn. */
const gapsMs = [0, 0, 0, 1, 2]
/** Timers may fire late; a race in which the second click was not within this is run again. */
const withinMs = 5

interface Racer {
  readonly person: WorkspacePerson
  told: number
}

function has(state: PageState, action: string, channel: string): boolean {
  return buttonsInSight(state, channel).some(({ actionId }) => actionId === action)
}

function whispers(state: PageState, channel: string): string[] {
  return messagesOf(state, channel).flatMap(({ ephemeral, text }) => (ephemeral ? [text] : []))
}

async function openTicket(employee: WorkspacePerson): Promise<void> {
  await employee.say('I forgot my password')
  await employee.goOn('None of these')
  await employee.press('card:asked_for_postmaster')
  await employee.submit({ note: 'in a hurry', lockedSince: 'today' })
  await employee.waitForText(`ticket ${ticket}`)
}

/** One click each on the same button, less than 5 ms apart; resolves with the time between them, or undefined where the card had changed before the second came. */
async function clickBoth(
  first: Racer,
  second: Racer,
  gapMs: number,
  channel: string,
): Promise<number | undefined> {
  const state = await first.person.waitFor((each) => has(each, 'ticket:claim', channel), 'the claim')
  const button = buttonsInSight(state, channel).find(({ actionId }) => actionId === 'ticket:claim')
  if (button === undefined) throw new Error('nothing to claim')
  const { container, blockId, actionId } = button
  const at = performance.now()
  const one = first.person.pressAt(container, blockId, actionId)
  if (gapMs > 0) await after(gapMs)
  const apart = performance.now() - at
  const taken = await Promise.all([one, second.person.pressAt(container, blockId, actionId)])
  return taken.every(({ ok }) => ok) ? apart : undefined
}

/** Who has the ticket now, and whether the other one was told so, once. */
async function outcome(
  racers: readonly [Racer, Racer],
  channel: string,
): Promise<{ winner: Racer | undefined; told: boolean }> {
  const [one, other] = racers
  await one.person.waitFor((state) => has(state, 'ticket:resolve', channel), 'the claimed ticket')
  const heard = async (racer: Racer): Promise<string[]> => {
    const texts = whispers(await racer.person.state(), channel).slice(racer.told)
    racer.told += texts.length
    return texts
  }
  await Promise.race(
    racers.map(({ person, told }) =>
      person.waitFor((state) => whispers(state, channel).length > told, 'who was faster'),
    ),
  )
  const [oneHeard, otherHeard] = [await heard(one), await heard(other)]
  const [winner, loserHeard] = oneHeard.length === 0 ? [one, otherHeard] : [other, oneHeard]
  const isTold =
    oneHeard.length + otherHeard.length === 1 &&
    loserHeard[0]?.startsWith(`<@${winner.person.user}>`) === true
  return { winner: isTold ? winner : undefined, told: isTold }
}

async function release(winner: Racer, channel: string): Promise<void> {
  const state = await winner.person.state()
  const menu = buttonsInSight(state, channel).find(({ actionId }) => actionId === 'ticket:more')
  const message = messagesOf(state, channel).find(({ blocks }) =>
    JSON.stringify(blocks).includes('ticket:more'),
  )
  const value = /\{\\"action\\":\\"release\\".*?\}/.exec(JSON.stringify(message?.blocks))?.[0]
  if (menu === undefined || value === undefined) throw new Error('nothing to release')
  const chosen: unknown = JSON.parse(`"${value}"`)
  await winner.person.pressAt(menu.container, menu.blockId, menu.actionId, [String(chosen)])
  await winner.person.submit({})
}

async function auditOf(database: string): Promise<ClaimRaceResult['audit']> {
  const store = await openStore(database, testAudit)
  try {
    const delivered = await store.deliver('audit', Date.now(), (tx) => tx.audit.of(ticket))
    const rows = delivered.kind === 'handled' ? delivered.value : []
    const claims = rows.filter(({ action }) => action === 'claim')
    return {
      done: claims.filter(({ decision }) => decision === 'done').length,
      late: claims.filter(({ decision }) => decision === 'late').length,
      broken: verifyChain(testAudit.auditKey, rows),
    }
  } finally {
    await store.close()
  }
}

function racersOf(workspace: Workspace): [Racer, Racer] {
  const [first = '', second = ''] = workspace.postmasters
  const racer = (user: string): Racer => ({ person: new WorkspacePerson(workspace.address, user), told: 0 })
  return [racer(first), racer(second)]
}

interface Race {
  readonly apartMs: number
  readonly winner: Racer | undefined
  readonly told: boolean
  readonly overtaken: boolean
}

async function raceOnce(
  racers: readonly [Racer, Racer],
  number: number,
  channel: string,
): Promise<Race | undefined> {
  const [first, second] = number % 2 === 0 ? racers : [racers[1], racers[0]]
  const apartMs = await clickBoth(first, second, gapsMs[number % gapsMs.length] ?? 0, channel)
  if (apartMs === undefined) {
    await first.person.waitFor((state) => has(state, 'ticket:resolve', channel), 'the claimed ticket')
    await release(first, channel)
    return undefined
  }
  const { winner, told } = await outcome(racers, channel)
  if (winner === undefined) throw new Error(`race ${number} had no winner`)
  await release(winner, channel)
  return { apartMs, winner, told, overtaken: winner === second }
}

/** Races until `races` of them were close enough, and counts how those ended. */
async function raceAll(
  racers: readonly [Racer, Racer],
  races: number,
  channel: string,
): Promise<Omit<ClaimRaceResult, 'audit'>> {
  const close: Race[] = []
  let missed = 0
  for (let number = 0; close.length < races && number < races * 3; number += 1) {
    const race = await raceOnce(racers, number, channel)
    if (race === undefined) missed += 1
    else if (race.apartMs < withinMs) close.push(race)
  }
  return {
    races: close.length,
    missed,
    oneWinner: close.filter(({ winner }) => winner !== undefined).length,
    oneTold: close.filter(({ told }) => told).length,
    widestMs: Math.max(...close.map(({ apartMs }) => apartMs)),
    overtaken: close.filter(({ overtaken }) => overtaken).length,
  }
}

/** Two postmasters claim the same ticket less than 5 ms apart, again and again, each taking turns at being first. */
export async function claimRace({ root, races, transport }: ClaimRaceOptions): Promise<ClaimRaceResult> {
  const folder = await mkdtemp(join(tmpdir(), 'postern-race-'))
  const database = `sqlite:${join(folder, 'postern.db')}`
  const workspace = await startWorkspace({ port: 0, postRate: false })
  try {
    const postern = await startPostern(workspace, transport, root, database)
    try {
      await openTicket(new WorkspacePerson(workspace.address, workspace.employees[0] ?? ''))
      const racers = racersOf(workspace)
      // What the card says of the owner comes a moment later, as an edit.
      await racers[0].person.waitForText(' told', { in: workspace.postmasterChannel })
      const counts = await raceAll(racers, races, workspace.postmasterChannel)
      await postern.stop()
      return { ...counts, audit: await auditOf(database) }
    } catch (error) {
      await postern.stop()
      throw error
    }
  } finally {
    await workspace.stop()
    await rm(folder, { recursive: true })
  }
}
