import type { Json } from './json.ts'
import type { StoredView } from './records.ts'
import { app, team } from './team.ts'

/** A view as Slack's API and payloads show it. */
export function viewShape(stored: StoredView, values: Json = {}): Json {
  const { view } = stored
  const home = view.type === 'home'
  return {
    id: stored.id,
    team_id: team.id,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values },
    hash: stored.hash,
    title: view.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: view.clear_on_close ?? false,
    notify_on_close: view.notify_on_close ?? false,
    close: home ? null : (view.close ?? null),
    submit: home ? null : (view.submit ?? null),
    previous_view_id: stored.previous ?? null,
    root_view_id: stored.root,
    app_id: app.id,
    external_id: view.external_id ?? '',
    app_installed_team_id: team.id,
    bot_id: app.botId,
  }
}
