import { actOnTicket, type TicketRequest } from '../../src/application/act-on-ticket.ts'
import { type Command, command } from '../../src/application/command.ts'
import type { Context } from '../../src/application/context.ts'
import { type HandOver, handOver } from '../../src/application/hand-over.ts'
import { hear, type Utterance } from '../../src/application/hear.ts'
import type { OwnerNoticeView } from '../../src/application/owner-notices.ts'
import type { Person, Store, Tx } from '../../src/application/ports.ts'
import type { Post, PostView } from '../../src/application/post.ts'
import { pressCard } from '../../src/application/press-card.ts'
import type { Reply } from '../../src/application/reply.ts'
import { createTimerWorker } from '../../src/application/timer-worker.ts'
import type { WorkingHours } from '../../src/desk/working-hours.ts'
import type { GuideEvent } from '../../src/guide/events.ts'
import type { Guide } from '../../src/guide/guide.ts'
import { openStore } from '../../src/store/open-store.ts'
import { samplePolicy } from '../desk/sample-ticket.ts'
import { CountingIds } from '../support/ids.ts'
import { ManualTime } from '../support/manual-time.ts'
import { memoryLog } from '../support/memory-log.ts'
import { testAudit } from '../support/test-audit.ts'
import { caseGuide } from './case-guide.ts'
import { FakeDirectory } from './fake-directory.ts'
import { KeywordClassifier } from './keyword-classifier.ts'

export const lin: Person = {
  team: 'T1',
  user: 'U_LIN',
  name: 'Lin Wei',
  email: 'lin.wei@example.com',
  timeZone: 'Asia/Shanghai',
  language: 'en',
  isMember: true,
}
export const sun: Person = { ...lin, user: 'U_SUN', name: 'Sun Li', email: 'sun.li@example.com' }
export const chen: Person = { ...lin, user: 'U_CHEN', name: 'Chen Jie', email: 'chen.jie@example.com' }
export const wang: Person = { ...lin, user: 'U_WANG', name: 'Wang Fang', email: 'wang.fang@example.com' }
export const guest: Person = { ...lin, user: 'U_GUEST', email: 'guest@example.com', isMember: false }
/** The security contact. */
export const ma: Person = { ...lin, user: 'U_MA', name: 'Ma Li', email: 'ma.li@example.com' }

const postmasters = new Set([chen.user, wang.user])

type CardView = Extract<PostView, { kind: 'card' }>
type NewsView = Extract<PostView, { kind: 'ticket_news' }>

interface SceneOptions {
  readonly database?: string
  readonly guide?: Guide
  /** Counts the processes that had this database before. */
  readonly run?: number
  readonly postmasters?: Context['postmasters']
  readonly workingHours?: WorkingHours
  readonly securityContact?: string
}

/** The use cases over a real store in memory, and what Slack would show after each. */
export class Scene {
  readonly store: Store
  readonly clock = new ManualTime()
  readonly ids: CountingIds
  readonly classifier = new KeywordClassifier()
  readonly directory = new FakeDirectory()
  readonly context: Context
  /** As Slack has them, in the order in which they first arrived. */
  readonly shown = new Map<string, Post>()
  #deliveries: number
  readonly #timers: ReturnType<typeof createTimerWorker>

  private constructor(
    store: Store,
    {
      guide = caseGuide,
      run = 0,
      postmasters: called,
      workingHours,
      securityContact = ma.user,
    }: SceneOptions,
  ) {
    this.store = store
    this.ids = new CountingIds(run * 1_000)
    this.#deliveries = run * 1_000
    const { clock, ids, classifier } = this
    const channel = { postmasterChannel: 'C_POST', postmasterLanguage: 'en' } as const
    this.context = {
      guide,
      classifier,
      clock,
      ids,
      ...channel,
      postmasters: called ?? { userIds: [chen.user, wang.user] },
      policy: { ...samplePolicy, ...(workingHours !== undefined && { workingHours }) },
      securityContact,
    }
    const { context, directory } = this
    this.directory.people.push(lin, sun, chen, wang, guest, ma)
    const quiet = { log: memoryLog().log, afterCommit: () => undefined }
    this.#timers = createTimerWorker({ store, context, directory, ...quiet })
  }

  static async open(options: SceneOptions = {}): Promise<Scene> {
    return new Scene(await openStore(options.database ?? 'sqlite::memory:', testAudit), options)
  }

  /** One delivery, then all of its posts. */
  async deliver<T>(use: (tx: Tx) => Promise<T>): Promise<T> {
    this.#deliveries += 1
    const delivered = await this.store.deliver(`delivery-${this.#deliveries}`, this.clock.now(), use)
    if (delivered.kind === 'seen') throw new Error('a fresh key was seen before')
    await this.sendPosts()
    return delivered.value
  }

  /** All timers that are due, and what they post. One that failed waits for its next try. */
  async drainTimers(): Promise<void> {
    await this.#timers.drain()
    await this.sendPosts()
  }

  async sendPosts(): Promise<void> {
    const now = this.clock.now()
    for (let due = await this.store.leasePosts(now, 1_000, 50); due.length > 0; ) {
      for (const post of due) {
        const { id, surface, view, revision } = post
        await this.store.markSending(post, now)
        await this.store.markSent(post, { kind: 'sent', channel: 'C', ts: id }, now)
        this.shown.set(id, { id, surface, view, revision })
      }
      due = await this.store.leasePosts(now, 1_000, 50)
    }
  }

  hear(person: Person, text: string, more: Partial<Utterance> = {}): Promise<Reply> {
    return this.deliver((tx) => hear(tx, this.context, { person, text, via: 'dm', hasFiles: false, ...more }))
  }

  command(person: Person, text: string, isPostmaster?: boolean): Promise<Reply> {
    const input: Command = { person, text, isPostmaster }
    return this.deliver((tx) => command(tx, this.context, input))
  }

  /** Presses a button of the person's live card, or of one seen before. */
  press(
    person: Person,
    event: GuideEvent,
    card: Pick<CardView, 'session' | 'version'> = this.card(person),
  ): Promise<Reply> {
    const { session, version } = card
    return this.deliver((tx) => pressCard(tx, this.context, { person, session, version, event }))
  }

  choose(person: Person, ...choices: string[]): Promise<void> {
    return choices.reduce(async (before, choice) => {
      await before
      await this.press(person, { type: 'chose', choice })
    }, Promise.resolve())
  }

  submit(person: Person, form: Reply['modal'], more: Partial<HandOver> = {}): Promise<Reply> {
    if (form?.kind !== 'hand_over') throw new Error('no form to hand over')
    const { session, version, mailbox = '' } = form
    const said = { screenText: 'Account locked', note: '', lockedSince: 'today' as const }
    const filled = { mailbox, ...said, onBehalfOf: false }
    return this.deliver((tx) => handOver(tx, this.context, { person, session, version, ...filled, ...more }))
  }

  /** From the first words to a ticket; returns its number. */
  async ticketFor(person: Person, more: Partial<HandOver> = {}): Promise<number> {
    await this.hear(person, 'my account is locked')
    await this.choose(person, 'closed', 'cannot_wait')
    const { modal } = await this.press(person, { type: 'asked_for_postmaster' })
    await this.submit(person, modal, more)
    return this.news(person).ticket.number
  }

  /** Acts on the newest version of the ticket, or on an older one. */
  async act(
    person: Person,
    ticket: number,
    action: TicketRequest,
    version?: number,
    isPostmaster = postmasters.has(person.user),
  ): Promise<Reply> {
    return await this.deliver(async (tx) => {
      const seen = version ?? (await tx.tickets.find(ticket))?.version ?? 0
      return await actOnTicket(tx, this.context, { person, isPostmaster, ticket, version: seen, action })
    })
  }

  /** What a DM shows, oldest first. */
  dm(person: Person): PostView[] {
    return [...this.shown.values()]
      .filter(({ surface }) => surface.kind === 'dm' && surface.user === person.user)
      .map((post) => post.view)
  }

  /** What the owner of a mailbox, or whoever hears for them, was told; in a DM, or in a channel. */
  notices(where: Person | { readonly channel: string }): OwnerNoticeView[] {
    const isThere = ({ surface }: Post): boolean =>
      'channel' in where
        ? surface.kind === 'channel' && surface.channel === where.channel
        : surface.kind === 'dm' && surface.user === where.user
    return [...this.shown.values()].flatMap((post) =>
      isThere(post) && post.view.kind === 'owner_notice' ? [post.view] : [],
    )
  }

  channel(): Extract<PostView, { kind: 'ticket' }>[] {
    return [...this.shown.values()].flatMap(({ surface, view }) =>
      surface.kind === 'channel' && view.kind === 'ticket' ? [view] : [],
    )
  }

  home(person: Person): Extract<PostView, { kind: 'home' }> | undefined {
    const view = this.shown.get(`home:${person.team}:${person.user}`)?.view
    return view?.kind === 'home' ? view : undefined
  }

  /** The newest card of a DM that is not retired. */
  card(person: Person): CardView {
    const view = this.dm(person)
      .filter((each) => each.kind === 'card')
      .at(-1)
    if (view === undefined) throw new Error('no card is shown')
    return view
  }

  /** The newest news of a ticket. */
  news(person: Person): NewsView {
    const view = this.dm(person)
      .filter((each) => each.kind === 'ticket_news')
      .at(-1)
    if (view === undefined) throw new Error('no news is shown')
    return view
  }

  async audit(ticket: number): Promise<string[]> {
    const rows = await this.deliver((tx) => tx.audit.of(ticket))
    return rows.map(({ user, action, decision, to, reason }) => {
      const detail = decision === 'refused' ? [reason] : [to, reason]
      return [user, action, decision, ...detail.filter((each) => each !== '')].join(' ')
    })
  }
}
