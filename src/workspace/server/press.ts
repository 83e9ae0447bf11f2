import type { PressAction } from '../page-api.ts'
import { answered } from './answers.ts'
import { type Control, controlsOf, heldValue, stateValues } from './controls.ts'
import type { Json } from './json.ts'
import type { LocalSlack } from './local-slack.ts'
import { messageShape } from './message-shape.ts'
import { PageRefusal } from './page-refusal.ts'
import { interactiveBase, payloadChannelName } from './payloads.ts'
import type { StoredView } from './records.ts'
import { issueResponseUrl } from './response-urls.ts'
import { messageKey } from './state.ts'
import type { Member } from './team.ts'
import { viewShape } from './view-shape.ts'

/** Where a control was pressed: its blocks, and what the payload says about the place. */
interface Place {
  readonly blocks: unknown
  readonly view?: string
  readonly describe: (values: Json) => Json
}

function messagePlace(slack: LocalSlack, user: Member, channelId: string, ts: string): Place {
  const channel = slack.channels.visible(channelId, user.id)
  const key = messageKey(channelId, ts)
  const ephemeral = slack.state.ephemerals.get(key)
  const message = slack.state.messages.get(key) ?? (ephemeral?.reader === user.id ? ephemeral : undefined)
  if (channel === undefined || message === undefined) throw new PageRefusal('message_not_found')
  const isEphemeral = message === ephemeral
  return {
    blocks: message.blocks,
    describe: (values) => ({
      container: { type: 'message', message_ts: ts, channel_id: channelId, is_ephemeral: isEphemeral },
      channel: { id: channelId, name: payloadChannelName(channel) },
      ...(!isEphemeral && { message: messageShape(message, true) }),
      state: { values },
      response_url: issueResponseUrl(slack, user.id, channelId, ts),
    }),
  }
}

function viewPlace(stored: StoredView | undefined, user: Member): Place {
  if (stored?.user !== user.id) throw new PageRefusal('view_not_found')
  return {
    blocks: stored.view.blocks,
    view: stored.id,
    describe: (values) => ({
      container: { type: 'view', view_id: stored.id },
      view: viewShape(stored, values),
    }),
  }
}

function placeOf(slack: LocalSlack, user: Member, container: PressAction['container']): Place {
  switch (container.type) {
    case 'message':
      return messagePlace(slack, user, container.channel, container.ts)
    case 'view':
      return viewPlace(slack.state.modals.get(container.viewId), user)
    case 'home':
      return viewPlace(slack.state.homes.get(user.id), user)
  }
}

function actionOf(slack: LocalSlack, control: Control, values: readonly string[] | undefined): Json {
  const { element, blockId } = control
  const held = heldValue(element, values)
  if (held === undefined) throw new PageRefusal('option_not_found')
  const { options: _options, option_groups: _groups, confirm: _confirm, ...plain } = element
  return { ...plain, ...held, block_id: blockId, action_ts: slack.state.nextTs() }
}

/** A person presses a button or chooses from a control; throws PageRefusal when Slack would tell them it failed. */
export async function press(slack: LocalSlack, user: Member, input: PressAction): Promise<void> {
  const place = placeOf(slack, user, input.container)
  const control = controlsOf(place.blocks).find(
    (each) => each.blockId === input.blockId && each.actionId === input.actionId,
  )
  if (control === undefined) throw new PageRefusal('control_not_found')
  const values = stateValues(place.blocks, ({ blockId, actionId }) =>
    blockId === input.blockId && actionId === input.actionId ? input.values : undefined,
  )
  const payload = slack.state.change(() => ({
    type: 'block_actions',
    ...interactiveBase(user),
    ...place.describe(values),
    trigger_id: slack.triggers.issue(user.id, place.view),
    actions: [actionOf(slack, control, input.values)],
  }))
  answered(await slack.deliveries.ask({ kind: 'interactive', payload }))
}
