import type { Workspace } from '../../src/workspace/workspace.ts'
import { interactivePayload, RequestRecorder } from '../support/request-recorder.ts'

type Json = Record<string, unknown>

const plain = (text: string) => ({ type: 'plain_text', text })
const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } })
const button = (action_id: string, text: string, more: Json = {}) => ({
  type: 'button',
  action_id,
  text: plain(text),
  ...more,
})
const option = (value: string, text: string) => ({ value, text: plain(text) })

const ways = {
  type: 'actions',
  block_id: 'ways',
  elements: [
    button('back', 'Back'),
    button('over', 'Start over', {
      confirm: {
        title: plain('Start over?'),
        text: plain('The steps you have taken so far are forgotten.'),
        confirm: plain('Start over'),
        deny: plain('Stay here'),
      },
    }),
    button('hand_over', 'Talk to a postmaster'),
  ],
}
const context = (text: string) => ({ type: 'context', elements: [{ type: 'mrkdwn', text }] })

const lockedCard = [
  section(
    '*Your mailbox is locked because of too many wrong passwords*\nIt opens again by itself one hour after the last try. Each new try may start the hour again.',
  ),
  section(
    '*Step 1 of 3: stop the wrong tries*\n1. Close Outlook, Foxmail and other mail programs on your computer.\n2. On your phone, close the mail app or switch the account off. They keep sending the old password.',
  ),
  {
    type: 'actions',
    block_id: 'choices',
    elements: [
      button('closed', 'They are closed', { style: 'primary' }),
      button('cannot', "I can't reach one of them"),
    ],
  },
  ways,
  context("Postern never asks for your password or a code. Don't post them here."),
]

const chineseCard = [
  section('*您的邮箱因密码错误次数过多已被锁定*\n最后一次尝试一小时后会自动解锁。再次尝试可能会重新计时。'),
  section(
    '*第 1 步（共 3 步）：先停止错误的登录*\n1. 请关闭电脑上的 Outlook、Foxmail 等客户端。\n2. 手机上的邮件应用也请退出，它们会一直用旧密码登录。',
  ),
  {
    type: 'actions',
    block_id: 'choices',
    elements: [button('closed', '已全部关闭', { style: 'primary' }), button('cannot', '有一个关不了')],
  },
  context('Postern 从不询问您的密码或验证码，请勿在此发送。'),
]

const waitCard = [
  section('*Step 2 of 3: wait, or have it unlocked*\nIt should open at about 15:40.'),
  {
    type: 'actions',
    block_id: 'choices',
    elements: [button('remind', 'Remind me at 15:40'), button('in', "I'm in")],
  },
  ways,
]

const handOverForm = {
  type: 'modal',
  callback_id: 'hand_over',
  title: plain('Talk to a postmaster'),
  submit: plain('Send'),
  close: plain('Not now'),
  blocks: [
    section('A postmaster sees what you tried, so there is no need to write it again.'),
    {
      type: 'input',
      block_id: 'mailbox',
      label: plain('Which mailbox?'),
      element: { type: 'email_text_input', action_id: 'value', initial_value: 'anna.weber@example.com' },
    },
    {
      type: 'input',
      block_id: 'screen',
      optional: true,
      label: plain('What does the screen say?'),
      hint: plain('The words are enough. Never a password or a code.'),
      element: { type: 'plain_text_input', action_id: 'value', multiline: true },
    },
    {
      type: 'input',
      block_id: 'since',
      label: plain('Locked out since'),
      element: {
        type: 'static_select',
        action_id: 'value',
        options: [option('today', 'Today'), option('week', 'This week'), option('longer', 'Longer')],
      },
    },
    {
      type: 'input',
      block_id: 'reach',
      label: plain('How can you be reached?'),
      element: {
        type: 'radio_buttons',
        action_id: 'value',
        options: [option('phone', 'By phone'), option('desk', 'At my desk')],
      },
    },
  ],
}

const ticketText =
  '*Ticket 1042 · second factor lost · open 3 min*\n*Who* <@USER> (Berlin 15:12) · *Mailbox* anna.weber@example.com · ✅ same as the Slack address\n*What* Changed phone, old number cancelled. The log-in page asks for an SMS code.\n*Tried* other method: none attached → trusted device: no → mobile app: not logged in'

export const ticket = (user: string) => [
  section(ticketText.replace('USER', user)),
  section(
    '*Do* after you have checked who this is, on the number on file: domain management &gt; Employee Accounts &gt; account &gt; Security &gt; unbind secure phone.\n⚠️ This removes a second factor. A Slack account is not proof of a person.',
  ),
  {
    type: 'actions',
    block_id: 'ticket',
    elements: [
      button('claim', 'Claim', { style: 'primary' }),
      button('reply', 'Reply'),
      {
        type: 'overflow',
        action_id: 'more',
        options: [option('release', 'Release'), option('decline', 'Decline')],
      },
    ],
  },
]

const home = {
  type: 'home',
  blocks: [
    { type: 'header', text: plain('Locked out of your mailbox?') },
    section('Postern works out what went wrong and walks you back in, one step at a time.'),
    {
      type: 'actions',
      block_id: 'home',
      elements: [button('start', 'Get me back in', { style: 'primary' })],
    },
    { type: 'divider' },
    section('*How to know the real bot*\nIt never asks for a password or a code.'),
  ],
}

/** A bot of a few fixed answers, for looking at the page without Postern. */
export class PageBot {
  /** What was pressed and submitted, oldest first. */
  readonly heard: string[] = []
  readonly #app = new RequestRecorder()
  #workspace: Workspace | undefined

  async start(workspace: Workspace): Promise<void> {
    this.#workspace = workspace
    this.#app.answer = ({ headers, body }) => {
      const isForm = headers['content-type']?.includes('form') ?? false
      if (!isForm) return this.#event(JSON.parse(body))
      const command = new URLSearchParams(body).get('command')
      if (command !== null) return { status: 200, body: 'Try help, status or cancel.' }
      return this.#interaction(interactivePayload({ headers, body }))
    }
    workspace.setRequestUrl(await this.#app.start())
  }

  async stop(): Promise<void> {
    await this.#app.stop()
  }

  async call(method: string, input: Json): Promise<Json> {
    const response = await fetch(`${this.#workspace?.apiUrl}${method}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${this.#workspace?.botToken}`,
        'content-type': 'application/json; charset=utf-8',
      },
      body: JSON.stringify(input),
    })
    const answer: Json = JSON.parse(await response.text())
    if (answer.ok !== true) throw new Error(`${method}: ${JSON.stringify(answer)}`)
    return answer
  }

  async post(channel: string, text: string, blocks: unknown): Promise<void> {
    await this.call('chat.postMessage', { channel, text, blocks })
  }

  #event(payload: { event: { type: string; channel: string; user: string; bot_id?: string; text: string } }) {
    const { event } = payload
    if (event.type === 'app_home_opened') void this.call('views.publish', { user_id: event.user, view: home })
    else if (event.type === 'message' && event.bot_id === undefined && event.user) {
      const zh = /\p{Script=Han}/u.test(event.text)
      void this.post(
        event.channel,
        zh ? '您的邮箱已被锁定' : 'Your mailbox is locked',
        zh ? chineseCard : lockedCard,
      )
    }
    return { status: 200 }
  }

  #interaction(payload: Json) {
    if (payload.type === 'view_submission') return this.#submission(JSON.stringify(payload.view))
    const { actions, trigger_id, channel, message, user } = payload as {
      actions: { action_id: string; selected_option?: { value: string } }[]
      trigger_id: string
      channel?: { id: string }
      message?: { ts: string }
      user: { id: string }
    }
    const { action_id = '', selected_option } = actions[0] ?? {}
    this.heard.push([action_id, selected_option?.value].filter(Boolean).join(' '))
    if (action_id === 'hand_over') void this.call('views.open', { trigger_id, view: handOverForm })
    else if (action_id === 'cannot')
      void this.call('chat.postEphemeral', {
        channel: channel?.id,
        user: user.id,
        text: 'Then switch that device off for an hour.',
      })
    else if (action_id === 'closed' || action_id === 'over')
      void this.call('chat.update', {
        channel: channel?.id,
        ts: message?.ts,
        text: action_id === 'over' ? 'Your mailbox is locked' : 'Step 2 of 3',
        blocks: action_id === 'over' ? lockedCard : waitCard,
      })
    return { status: 200 }
  }

  #submission(view: string) {
    this.heard.push('submitted')
    if (!view.includes('not-a-mailbox')) return { status: 200 }
    const errors = { mailbox: 'Please write the whole address, such as name@example.com.' }
    return {
      status: 200,
      body: JSON.stringify({ response_action: 'errors', errors }),
      headers: { 'content-type': 'application/json' },
    }
  }
}
