import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { PosternError } from '../application/errors.ts'
import type { Clock, Directory, Person } from '../application/ports.ts'
import { Language } from '../language.ts'
import { slackFailure } from './slack-failure.ts'

export interface Postmasters {
  readonly channel: string
  readonly userIds: readonly string[]
  readonly usergroup?: string
  readonly channelMembers: boolean
}

interface DirectoryOptions {
  /** Its time-out is how long a look-up may take. */
  readonly client: WebClient
  readonly postmasters: Postmasters
  /** The profile field of type user that names a person's manager, `Xf…`; left out: nobody's manager is known. */
  readonly managerField?: string
  /** For people whose Slack is in a language that Postern does not speak. */
  readonly defaultLanguage: Language
  readonly clock: Clock
}

/** How long an answer of Slack's directory counts. */
const freshMs = 60_000
const mostPeople = 2000

const flag = z.boolean().default(false)

/** What matters of a user, from docs.slack.dev/reference/objects/user-object. */
const User = z.object({
  id: z.string(),
  team_id: z.string(),
  deleted: flag,
  is_bot: flag,
  is_restricted: flag,
  is_ultra_restricted: flag,
  is_stranger: flag,
  name: z.string().default(''),
  tz: z.string().optional(),
  locale: z.string().optional(),
  is_email_confirmed: z.boolean().optional(),
  profile: z
    .object({
      display_name: z.string().optional(),
      real_name: z.string().optional(),
      email: z.string().optional(),
    })
    .default({}),
  enterprise_user: z.object({ teams: z.array(z.string()).default([]) }).optional(),
})
type User = z.infer<typeof User>

/** Slack's own robot is marked as a person. */
const slackbot = 'USLACKBOT'

function isFullMember(user: User, team: string): boolean {
  const atHome = user.team_id === team || (user.enterprise_user?.teams.includes(team) ?? false)
  const limited = user.is_restricted || user.is_ultra_restricted || user.is_stranger
  return atHome && !limited && !user.deleted && !user.is_bot && user.id !== slackbot
}

/** A Slack locale such as `zh-CN` or `en-GB`; undefined where Postern does not speak it. */
function languageOf(locale: string | undefined): Language | undefined {
  return Language.safeParse(locale?.slice(0, 2).toLowerCase()).data
}

function toPerson(user: User, team: string, defaultLanguage: Language): Person {
  const { profile } = user
  return {
    team,
    user: user.id,
    name: profile.real_name || profile.display_name || user.name || user.id,
    ...(profile.email !== undefined && { email: profile.email }),
    ...(user.is_email_confirmed !== undefined && { emailConfirmed: user.is_email_confirmed }),
    ...(user.tz !== undefined && { timeZone: user.tz }),
    language: languageOf(user.locale) ?? defaultLanguage,
    isMember: isFullMember(user, team),
  }
}

/** A profile with the company's own fields, from docs.slack.dev/reference/methods/users.profile.get; without any, Slack sends null or an empty list. */
const Profile = z.object({
  fields: z
    .union([z.record(z.string(), z.object({ value: z.string() })), z.tuple([])])
    .nullish()
    .transform((fields) => (fields === null || Array.isArray(fields) ? undefined : fields)),
})

/** A field of type user may hold several ids. */
const firstUser = /^[UW][A-Z0-9]{1,30}(?=,|$)/

/** Slack's own word that this is nobody the workspace knows: no outage, and asking again helps nobody. */
const unknownPerson = new Set(['user_not_found', 'user_not_visible', 'users_not_found'])

/** An answer of Slack's, or undefined where it says that there is no such person. */
async function unlessUnknown<T>(call: Promise<T>): Promise<T | undefined> {
  try {
    return await call
  } catch (error) {
    if (unknownPerson.has(slackFailure(error).code)) return undefined
    throw error
  }
}

function stranger(team: string, user: string, language: Language): Person {
  return { team, user, name: user, language, isMember: false }
}

/** Keeps what was learnt for at most a minute; a failed look-up is never kept. */
class Fresh<T> {
  readonly #clock: Clock
  readonly #known = new Map<string, { readonly at: number; readonly value: T }>()
  /** Grows with every forgetting: an answer that was asked for before it is not kept. */
  #forgotten = 0
  constructor(clock: Clock) {
    this.#clock = clock
  }
  async of(key: string, look: () => Promise<T>): Promise<T> {
    const found = this.#known.get(key)
    const age = this.#clock.now() - (found?.at ?? 0)
    if (found !== undefined && age >= 0 && age < freshMs) return found.value
    const asked = this.#clock.now()
    const forgotten = this.#forgotten
    const value = await look().catch((error: unknown) => {
      throw new PosternError('directory_unavailable', { cause: error })
    })
    if (this.#known.size >= mostPeople) this.#known.clear()
    if (forgotten === this.#forgotten) this.#known.set(key, { at: asked, value })
    return value
  }
  /** One answer, or all of them. */
  forget(key?: string): void {
    this.#forgotten += 1
    if (key === undefined) this.#known.clear()
    else this.#known.delete(key)
  }
}

interface People {
  readonly person: Directory['person']
  readonly findByEmail: Directory['findByEmail']
  readonly managerOf: Directory['managerOf']
  readonly forgetPerson: Directory['forgetPerson']
}

function createPeople({ client, managerField, defaultLanguage, clock }: DirectoryOptions): People {
  const people = new Fresh<Person>(clock)
  const addresses = new Fresh<string | undefined>(clock)
  const managers = new Fresh<string | undefined>(clock)

  const person = (team: string, user: string): Promise<Person> =>
    people.of(`${team}/${user}`, async () => {
      const answer = await unlessUnknown(client.users.info({ user, include_locale: true }))
      if (answer === undefined) return stranger(team, user, defaultLanguage)
      return toPerson(User.parse(answer.user), team, defaultLanguage)
    })

  return {
    person,
    findByEmail: async (team, email) => {
      const user = await addresses.of(email, async () => {
        const answer = await unlessUnknown(client.users.lookupByEmail({ email }))
        return answer === undefined ? undefined : User.parse(answer.user).id
      })
      // Asked again by id: this method tells no locale.
      return user === undefined ? undefined : await person(team, user)
    },
    managerOf: async (team, user) => {
      if (managerField === undefined) return undefined
      return await managers.of(`${team}/${user}`, async () => {
        const answer = await unlessUnknown(client.users.profile.get({ user }))
        if (answer === undefined) return undefined
        const { fields } = Profile.parse(answer.profile)
        return firstUser.exec(fields?.[managerField]?.value ?? '')?.[0]
      })
    },
    forgetPerson: (team, user) => {
      people.forget(`${team}/${user}`)
      managers.forget(`${team}/${user}`)
      addresses.forget()
    },
  }
}

/** Slack's directory, asked over the Web API. Answers count for at most 60 s; where Slack does not answer, the look-up throws. */
export function createDirectory(options: DirectoryOptions): Directory {
  const { client, postmasters, clock } = options
  const groups = new Fresh<ReadonlySet<string>>(clock)

  async function membersOfGroup(usergroup: string): Promise<ReadonlySet<string>> {
    const { users = [] } = await client.usergroups.users.list({ usergroup })
    return new Set(users)
  }

  async function membersOfChannel(channel: string): Promise<ReadonlySet<string>> {
    const found = new Set<string>()
    let cursor: string | undefined
    do {
      const page = await client.conversations.members({ channel, limit: 1000, ...(cursor && { cursor }) })
      for (const member of page.members ?? []) found.add(member)
      cursor = page.response_metadata?.next_cursor
    } while (cursor)
    return found
  }

  return {
    ...createPeople(options),
    isPostmaster: async (user) => {
      const { userIds, usergroup, channelMembers, channel } = postmasters
      if (userIds.includes(user)) return true
      if (usergroup !== undefined) {
        const group = await groups.of(usergroup, () => membersOfGroup(usergroup))
        if (group.has(user)) return true
      }
      if (!channelMembers) return false
      return (await groups.of(channel, () => membersOfChannel(channel))).has(user)
    },
    forgetMembers: () => groups.forget(),
  }
}
