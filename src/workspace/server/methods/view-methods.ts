import { ApiError } from '../api-error.ts'
import type { Json } from '../json.ts'
import { people } from '../team.ts'
import { viewShape } from '../view-shape.ts'
import { openModal, publishHome, pushModal, updateModal, viewArgument } from '../views.ts'
import { type Method, textArgument } from './method.ts'

function hashArgument(args: Json): string | undefined {
  return typeof args.hash === 'string' && args.hash !== '' ? args.hash : undefined
}

const open: Method = {
  token: 'bot',
  run(args, slack) {
    const trigger = textArgument(args, 'trigger_id')
    const view = viewArgument(slack, args.view, 'modal')
    return { view: viewShape(openModal(slack, slack.triggers.use(trigger).user, view)) }
  },
}

const push: Method = {
  token: 'bot',
  run(args, slack) {
    const trigger = textArgument(args, 'trigger_id')
    const view = viewArgument(slack, args.view, 'modal')
    return { view: viewShape(pushModal(slack, slack.triggers.use(trigger).user, view)) }
  },
}

const update: Method = {
  token: 'bot',
  run(args, slack) {
    const externalId = args.external_id
    const id =
      typeof externalId === 'string' && externalId !== ''
        ? slack.state.modals.values().find((modal) => modal.view.external_id === externalId)?.id
        : textArgument(args, 'view_id')
    if (id === undefined) throw new ApiError('not_found')
    return {
      view: viewShape(updateModal(slack, id, viewArgument(slack, args.view, 'modal'), hashArgument(args))),
    }
  },
}

const publish: Method = {
  token: 'bot',
  run(args, slack) {
    const user = textArgument(args, 'user_id')
    if (!people.some((person) => person.id === user)) {
      throw new ApiError('invalid_arguments', ['[ERROR] invalid `user_id` [json-pointer:/user_id]'])
    }
    return {
      view: viewShape(publishHome(slack, user, viewArgument(slack, args.view, 'home'), hashArgument(args))),
    }
  },
}

export const viewMethods: Readonly<Record<string, Method>> = {
  'views.open': open,
  'views.push': push,
  'views.update': update,
  'views.publish': publish,
}
