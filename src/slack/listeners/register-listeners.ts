import type { App } from '@slack/bolt'
import { listenToCardActions } from './card-action.ts'
import { listenToCommand } from './command.ts'
import { listenToDeskActions } from './desk-action.ts'
import { listenToDeskMessages } from './desk-message.ts'
import type { Edge } from './edge.ts'
import { listenToForms } from './form-submission.ts'
import { listenToHomeActions } from './home-action.ts'
import { listenToHomeOpened } from './home-opened.ts'
import { listenToMentions } from './mention.ts'
import { listenToMessages } from './message.ts'
import { listenToOtherActions } from './other-action.ts'
import { listenToRightsChanged } from './rights-changed.ts'
import { listenToTicketActions } from './ticket-action.ts'

/** Everything that Slack sends us, each to its use case. */
export function registerListeners(app: App, edge: Edge): void {
  listenToMessages(app, edge)
  listenToDeskMessages(app, edge)
  listenToMentions(app, edge)
  listenToHomeOpened(app, edge)
  listenToCommand(app, edge)
  listenToCardActions(app, edge)
  listenToTicketActions(app, edge)
  listenToDeskActions(app, edge)
  listenToHomeActions(app, edge)
  listenToForms(app, edge)
  listenToRightsChanged(app, edge)
  listenToOtherActions(app, edge)
}
