import type { AuditBreak, AuditEntry, AuditHead, AuditRow } from '../desk/audit.ts'
import type { Ticket } from '../desk/ticket.ts'
import type { Session } from '../guide/session.ts'
import type { Language } from '../language.ts'
import type { LeasedPost, Post, PostView, SendResult, Surface } from './post.ts'

/** Time in ms since epoch. */
export interface Clock {
  now(): number
}

/** Fresh unguessable ids. */
export interface Ids {
  /** For rows: sortable or random, at most 40 characters, `[A-Za-z0-9_-]`. */
  next(): string
  /** For people to read out: 4 characters without look-alikes, such as K7Q2. */
  reference(): string
}

/** The only fields a log line may carry: ids, codes and numbers, never text of a person. */
export interface LogFields {
  readonly reference?: string
  readonly code?: string
  readonly detail?: string
  readonly delivery?: string
  readonly post?: string
  readonly timer?: string
  readonly attempts?: number
  readonly ticket?: number
  readonly sequence?: number
  readonly hash?: string
  readonly count?: number
}

/** One line a call: a fixed message, with data beside it. */
export interface Log {
  info(message: string, fields?: LogFields): void
  warn(message: string, fields?: LogFields): void
  error(message: string, fields?: LogFields): void
  /** Something the log is the only other keeper of: written whatever the level. */
  record(message: string, fields?: LogFields): void
}

/** A person as Slack's directory knows them now. */
export interface Person {
  readonly team: string
  readonly user: string
  readonly name: string
  readonly email?: string
  /** What Slack says about the address; missing where it says nothing. */
  readonly emailConfirmed?: boolean
  readonly timeZone?: string
  /** From the Slack locale. */
  readonly language: Language
  /** A full, active, human member of the home workspace. */
  readonly isMember: boolean
}

/** Who is who. Looked up before a transaction; cached for at most 60 s. All throw `directory_unavailable` and so fail closed. */
export interface Directory {
  person(team: string, user: string): Promise<Person>
  /** Whose address in Slack this is, member or not; undefined: nobody's. */
  findByEmail(team: string, email: string): Promise<Person | undefined>
  /** The Slack user whom their profile names as their manager; undefined where it names nobody, or no field is set for it. */
  managerOf(team: string, user: string): Promise<string | undefined>
  isPostmaster(user: string): Promise<boolean>
  /** Slack says that something about this person has changed: the next look-up asks anew. */
  forgetPerson(team: string, user: string): void
  /** Slack says that a group or channel has other members. */
  forgetMembers(): void
}

/** `wait_over`: a person's reminder; `tell_owner`: a ticket opened or closed; `desk_round`: tickets that nobody looks after; `hold_over`: an approval or a ticket's cooling-off ends. */
export type TimerKind = 'wait_over' | 'tell_owner' | 'desk_round' | 'hold_over'

/** A durable "do this at that time". `subject` is `session:<id>`, `ticket:<number>` or `desk:<team>`; one timer of a kind per subject. */
export interface Timer {
  readonly id: string
  readonly kind: TimerKind
  readonly subject: string
  /** ms since epoch */
  readonly dueAt: number
}

/** Everything a use case may read and write, inside the one transaction of its delivery. */
export interface Tx {
  readonly sessions: {
    /** The person's newest session, live or ended. */
    latest(team: string, user: string): Promise<Session | undefined>
    find(id: string): Promise<Session | undefined>
    insert(session: Session): Promise<void>
    /** Writes `session` if the stored version is `session.version - 1`; false: somebody was faster. */
    update(session: Session): Promise<boolean>
  }
  readonly people: {
    /** The language the person chose, else the one they last wrote in. */
    language(team: string, user: string): Promise<Language | undefined>
    /** A language that was chosen stays until another is chosen, whatever the person writes in. */
    setLanguage(team: string, user: string, language: Language, how: 'chosen' | 'written'): Promise<void>
  }
  readonly tickets: {
    /** The next free number; the first is 1001. */
    nextNumber(): Promise<number>
    insert(ticket: Ticket): Promise<void>
    find(number: number): Promise<Ticket | undefined>
    /** The requester's open, claimed or waiting tickets, newest first. */
    openOf(team: string, user: string): Promise<readonly Ticket[]>
    /** The requester's newest ticket in any state. */
    newestOf(team: string, user: string): Promise<Ticket | undefined>
    /** What postmasters have before them: open, claimed and waiting tickets, and those that their owner stopped; oldest first. */
    live(team: string): Promise<readonly Ticket[]>
    /** Anybody's tickets about one of these mailboxes, however they are spelt, that were opened at `since` (ms since epoch) or later, or are live; oldest first. */
    ofMailboxes(team: string, mailboxes: readonly string[], since: number): Promise<readonly Ticket[]>
    /** Tickets opened at `since` (ms since epoch) or later, by anybody or by `user`; oldest first. */
    openedSince(team: string, since: number, user?: string): Promise<readonly Ticket[]>
    /** How many tickets were opened at `since` (ms since epoch) or later. */
    countOpenedSince(team: string, since: number): Promise<number>
    /** Writes `ticket` if the stored version is `ticket.version - 1`; false: somebody was faster. */
    update(ticket: Ticket): Promise<boolean>
    /** Writes what Postern itself found out or did, at the same version: nobody's button goes stale. False: it has changed. */
    amend(ticket: Ticket): Promise<boolean>
  }
  readonly posts: {
    /** Creates the post, or changes what it shows and raises its revision by one. */
    put(post: { id: string; surface: Surface; view: PostView }): Promise<void>
    find(id: string): Promise<{ id: string; surface: Surface; view: PostView; revision: number } | undefined>
  }
  readonly timers: {
    /** Replaces a timer of the same kind and subject. */
    start(timer: Timer): Promise<void>
    cancel(kind: Timer['kind'], subject: string): Promise<void>
  }
  readonly audit: {
    append(entry: AuditEntry): Promise<AuditRow>
    of(ticket: number): Promise<readonly AuditRow[]>
    /** The number of a new piece of work on the records themselves: -1, -2, … */
    nextWork(): Promise<number>
  }
  readonly heard: {
    /** Somebody wrote: what was made of it, never the words. */
    note(heard: HeardMessage): Promise<void>
    /** How much a person wrote at `since` (ms since epoch) or later. */
    count(team: string, user: string, since: number): Promise<number>
  }
  readonly figures: FiguresTx
  readonly retention: RetentionTx
  readonly person: PersonTx
}

/** How a ticket went, in ms since epoch: first claimed, first resolved or declined. */
export interface Course {
  readonly reason: string
  readonly openedAt: number
  readonly claimedAt?: number
  readonly closedAt?: number
}

/** What figures are counted from; `since` is ms since epoch. */
export interface FiguresTx {
  /** Walks that ended since then and are still kept. */
  endedWalks(team: string, since: number): Promise<readonly Session[]>
  /** Tickets opened since then and still kept, each with when it was first claimed, and first resolved or declined, by its audit. */
  courses(team: string, since: number): Promise<readonly Course[]>
  /** How many messages were heard since then, by what was made of them. */
  heard(team: string, since: number): Promise<ReadonlyMap<HeardMessage['decision'], number>>
}

/** One message, as it is counted. */
export interface HeardMessage {
  readonly team: string
  readonly user: string
  /** ms since epoch */
  readonly at: number
  readonly decision: 'accept' | 'clarify' | 'fallback' | 'screen' | 'not_read'
}

/** A closed ticket, and when it was closed (ms since epoch). */
export interface ClosedTicket {
  readonly ticket: Ticket
  readonly closedAt: number
}

/** What takes away records that were kept long enough. All `before` are ms since epoch; at most `limit` rows go or come at once. */
export interface RetentionTx {
  /** Closed tickets numbered above `after`, lowest first; not those that are stopped, which postmasters still have before them. */
  closedTickets(after: number, limit: number): Promise<readonly ClosedTicket[]>
  /** Replaces what is kept of a ticket and of the posts that show it; no version and no revision grows, so Slack is left as it is. False: it has changed. */
  rewriteTicket(ticket: Ticket, rewrite: (view: PostView) => PostView): Promise<boolean>
  /** Removes a ticket, its timers and the posts that show it; false: it has changed. */
  removeTicket(ticket: Ticket): Promise<boolean>
  /** Removes sessions that ended and were touched last before then; how many there were. */
  removeEndedSessions(before: number, limit: number): Promise<number>
  /** Forgets messages heard before then; how many there were. */
  removeHeard(before: number, limit: number): Promise<number>
  /** Removes posts that show no ticket and no live session, and changed last before then; how many there were. */
  removeIdlePosts(before: number, limit: number): Promise<number>
  /** Chains whose ticket is gone and whose last line is from before then, numbered above `after`. */
  endedChains(before: number, after: number, limit: number): Promise<readonly number[]>
  /** Takes a whole chain away, leaving a sealed note that it was; a chain that is broken stays, and the break is told. */
  retireChain(ticket: number, at: number): Promise<AuditBreak | undefined>
}

/** What is kept about one person. */
export interface PersonTx {
  sessions(team: string, user: string): Promise<readonly Session[]>
  /** Tickets that name them: as requester, or as somebody who acted or wrote. Lowest number first. */
  tickets(team: string, user: string): Promise<readonly Ticket[]>
  /** Posts in their DM and their Home tab. */
  posts(team: string, user: string): Promise<readonly Post[]>
  /** Posts elsewhere that show one of these tickets. */
  postsOf(tickets: readonly number[]): Promise<readonly Post[]>
  timers(team: string, user: string): Promise<readonly Timer[]>
  /** Their messages, as they were counted; oldest first. */
  heard(team: string, user: string): Promise<readonly HeardMessage[]>
  /** Lines of what they did, and of work on their records. */
  audit(team: string, user: string): Promise<readonly AuditRow[]>
  /** Removes their sessions with the timers, the posts in their DM and Home tab, and their language; what others hold of them stays. */
  forget(team: string, user: string): Promise<void>
}

/** Whether a delivery was handled now or had been before. */
type Delivered<T> = { readonly kind: 'handled'; readonly value: T } | { readonly kind: 'seen' }

/** The durable state. Throws `PosternError` with `storage_unavailable` when the engine fails. */
export interface Store {
  /**
   * Runs `use` in one transaction together with recording `key`; a key seen before runs nothing.
   * When `use` throws, nothing is kept, the key included.
   */
  deliver<T>(key: string, now: number, use: (tx: Tx) => Promise<T>): Promise<Delivered<T>>
  /** Up to `limit` posts whose revision is newer than what Slack has, at most one per channel or person, oldest change first; leased until `now + leaseMs`. */
  leasePosts(now: number, leaseMs: number, limit: number): Promise<readonly LeasedPost[]>
  /** Records that a call to Slack is about to be made; from here on a crash leaves the outcome unknown. False: the lease is lost, do not send. */
  markSending(post: LeasedPost, now: number): Promise<boolean>
  /** Records the result if the fence still holds; false: it was discarded. */
  markSent(post: LeasedPost, result: SendResult, now: number): Promise<boolean>
  /** When the next post may be sent, or undefined when Slack is up to date. */
  nextPostAt(): Promise<number | undefined>
  /** A ticket as it stands, for what is looked up before a transaction. */
  findTicket(number: number): Promise<Ticket | undefined>
  /** Timers due at `now`, oldest first. A use case cancels its own timer in its transaction. */
  dueTimers(now: number, limit: number): Promise<readonly Timer[]>
  nextTimerAt(): Promise<number | undefined>
  /** The last line of every chain, and when it was written. */
  auditHeads(): Promise<readonly (AuditHead & { readonly at: number })[]>
  /** Forgets delivery keys older than `before`. */
  forgetDeliveries(before: number): Promise<void>
  close(): Promise<void>
}
