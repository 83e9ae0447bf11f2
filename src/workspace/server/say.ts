import type { SendMessage } from '../page-api.ts'
import { answered } from './answers.ts'
import { ApiError } from './api-error.ts'
import { escapeText, markUp } from './escape.ts'
import { isJson, type Json } from './json.ts'
import type { LocalSlack } from './local-slack.ts'
import { post } from './messages.ts'
import { PageRefusal } from './page-refusal.ts'
import { payloadChannelName } from './payloads.ts'
import { issueResponseUrl, respond } from './response-urls.ts'
import { app, type Channel, type Member, team } from './team.ts'

function screenshot(slack: LocalSlack, user: Member): Json {
  const id = slack.state.nextId('F0')
  return {
    id,
    created: Math.floor(slack.state.now() / 1000),
    name: 'screenshot.png',
    title: 'screenshot.png',
    mimetype: 'image/png',
    filetype: 'png',
    user: user.id,
    size: 1024,
    mode: 'hosted',
    is_external: false,
    url_private: `${slack.address()}/files/${id}`,
  }
}

function writeMessage(slack: LocalSlack, user: Member, channel: Channel, input: SendMessage): void {
  const text = markUp(input.text)
  const section = { type: 'rich_text_section', elements: [{ type: 'text', text: input.text }] }
  post(slack, channel, user.id, {
    text,
    blocks: [{ type: 'rich_text', elements: [section] }],
    ...(input.withFile === true
      ? { files: [screenshot(slack, user)] }
      : { clientMsgId: slack.state.nextId('client-msg-') }),
  })
}

async function runCommand(slack: LocalSlack, user: Member, channel: Channel, typed: string): Promise<void> {
  const [command = ''] = typed.trim().split(/\s/)
  if (!app.commands.some((each) => each.command === command)) throw new PageRefusal('unknown_command')
  const text = escapeText(typed.trim().slice(command.length).trim())
  const answerAt = slack.state.change(() => issueResponseUrl(slack, user.id, channel.id))
  const answer = await slack.deliveries.ask({
    kind: 'command',
    payload: {
      token: app.verificationToken,
      team_id: team.id,
      team_domain: team.domain,
      channel_id: channel.id,
      channel_name: payloadChannelName(channel),
      user_id: user.id,
      user_name: user.name,
      command,
      text,
      api_app_id: app.id,
      is_enterprise_install: 'false',
      response_url: answerAt,
      trigger_id: slack.triggers.issue(user.id),
    },
  })
  showAnswer(slack, user, channel, answered(answer))
}

/** What the app put into its acknowledgement is shown like an answer to the response_url. */
function showAnswer(slack: LocalSlack, user: Member, channel: Channel, body: unknown): void {
  const payload = typeof body === 'string' ? { text: body } : body
  if (!isJson(payload) || (payload.text === undefined && payload.blocks === undefined)) return
  try {
    const target = { id: '', user: user.id, channel: channel.id, createdAt: slack.state.now(), uses: 0 }
    respond(slack, target, payload)
  } catch (error) {
    if (error instanceof ApiError) throw new PageRefusal('dispatch_failed')
    throw error
  }
}

/** A person types into a channel: a message, or a slash command when it begins with `/`. */
export async function say(slack: LocalSlack, user: Member, input: SendMessage): Promise<void> {
  const channel = slack.channels.visible(input.channel, user.id)
  if (channel === undefined) throw new PageRefusal('channel_not_found')
  if (input.text.trimStart().startsWith('/')) await runCommand(slack, user, channel, input.text)
  else if (channel.members.includes(user.id)) writeMessage(slack, user, channel, input)
  else throw new PageRefusal('not_in_channel')
}
