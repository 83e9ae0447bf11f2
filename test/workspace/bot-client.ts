import { LogLevel, WebClient } from '@slack/web-api'
import type { Workspace } from '../../src/workspace/workspace.ts'

/** Slack's own client as the bot of this local Slack; a call is made once, and what goes wrong is thrown. */
export function botClient({ apiUrl, botToken }: Pick<Workspace, 'apiUrl' | 'botToken'>): WebClient {
  return new WebClient(botToken, {
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logLevel: LogLevel.ERROR,
  })
}
