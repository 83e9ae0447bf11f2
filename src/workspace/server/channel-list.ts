import { app, channels as builtIn, type Channel, dmId, people } from './team.ts'

/** The channels of the team and who may see them. */
export class ChannelList {
  readonly #channels: readonly Channel[]

  constructor(extra: readonly Channel[] = []) {
    this.#channels = [...builtIn, ...extra]
  }

  find(id: string): Channel | undefined {
    return this.#channels.find((channel) => channel.id === id)
  }

  /** A channel the user may read: public, or one they are a member of. */
  visible(id: string, user: string): Channel | undefined {
    const channel = this.find(id)
    return channel !== undefined && (channel.kind === 'public' || channel.members.includes(user))
      ? channel
      : undefined
  }

  /** What a person finds in the sidebar. */
  of(user: string): readonly Channel[] {
    return this.#channels.filter((channel) => this.visible(channel.id, user) !== undefined)
  }

  /** Where `chat.postMessage` takes it to: a channel id, or a person's id for the DM with the bot. */
  addressed(id: string): Channel | undefined {
    const dm = people.some((person) => person.id === id) ? dmId(id) : id
    return this.visible(dm, app.botUser)
  }
}
