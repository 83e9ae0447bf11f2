import { type ReactNode, useState } from 'react'
import type { PageChannel, PageState } from '../page-api.ts'
import { sent } from './block-kit/press.ts'
import type { Names } from './block-kit/read-only-block.tsx'
import { botName, channelName } from './channel-name.ts'
import { Composer } from './composer.tsx'
import { MessageList } from './message-list.tsx'
import { Starters } from './starters.tsx'
import type { Acts } from './use-workspace.ts'

interface ConversationProps {
  readonly state: PageState
  readonly channel: PageChannel
  readonly names: Names
  readonly acts: Acts
}

/** The messages of one channel and the box to write into it. */
export function Conversation({ state, channel, names, acts }: ConversationProps) {
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({})
  const name = channelName(state, channel)
  const bot = botName(state)
  const draftKey = `${state.me} ${channel.id}`
  const say = (text: string, withFile: boolean): Promise<boolean> => acts.say(channel.id, text, withFile)
  const empty: ReactNode =
    channel.kind === 'dm' ? (
      <Starters bot={bot} onSay={(text) => void say(text, false)} />
    ) : (
      <section className="welcome">
        <h2>{name}</h2>
        {channel.kind === 'private' ? (
          <p>When {bot} cannot get somebody back in by itself, the case appears here for the postmasters.</p>
        ) : (
          <p>
            Everybody reads along here. Write @{bot} and what happened; the answer comes as a direct message.
          </p>
        )}
      </section>
    )
  return (
    <>
      <MessageList
        key={`list ${draftKey}`}
        state={state}
        channel={channel}
        label={`Messages with ${name}`}
        names={names}
        empty={empty}
        onPress={(ts, press) =>
          acts.press({ container: { type: 'message', channel: channel.id, ts }, ...sent(press) })
        }
        onDelete={(ts) => void acts.remove(channel.id, ts)}
      />
      <Composer
        key={`composer ${draftKey}`}
        state={state}
        label={`Message ${name}`}
        draft={drafts[draftKey] ?? ''}
        onDraft={(draft) => setDrafts((before) => ({ ...before, [draftKey]: draft }))}
        onSend={say}
      />
    </>
  )
}
