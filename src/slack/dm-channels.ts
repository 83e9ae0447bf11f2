import type { WebClient } from '@slack/web-api'
import { PosternError } from '../application/errors.ts'

/** The direct message channels with people, opened when first needed and remembered. */
export interface DmChannels {
  of(user: string): Promise<string>
  /** To be asked for anew, after Slack said that the channel does not exist. */
  forget(user: string): void
}

const mostKnown = 5000

export function createDmChannels(client: WebClient): DmChannels {
  const known = new Map<string, string>()
  return {
    of: async (user) => {
      const before = known.get(user)
      if (before !== undefined) return before
      const { channel } = await client.conversations.open({ users: user })
      if (channel?.id === undefined) throw new PosternError('slack_refused')
      if (known.size >= mostKnown) known.clear()
      known.set(user, channel.id)
      return channel.id
    },
    forget: (user) => {
      known.delete(user)
    },
  }
}
