import type { WebClient } from '@slack/web-api'
import { z } from 'zod'
import { slackFailure } from './slack-failure.ts'
import { StartupProblem } from './startup-problem.ts'

/** Who Postern is in its workspace. */
export interface Identity {
  readonly team: string
  readonly botId: string
  readonly botUser: string
}

const AuthTest = z.object({ team_id: z.string(), bot_id: z.string(), user_id: z.string() })

/** Asks Slack once who the token belongs to; throws StartupProblem when it belongs to nobody, or Slack does not answer. */
export async function signIn(client: WebClient): Promise<Identity> {
  const answer = await client.auth.test().catch((error: unknown) => {
    const { kind, code } = slackFailure(error)
    throw new StartupProblem(
      kind === 'refused'
        ? `Slack does not accept SLACK_BOT_TOKEN (${code}).\n` +
            'Copy it again from api.slack.com/apps > your app > OAuth & Permissions > Bot User OAuth Token.'
        : `Slack cannot be reached (${code}).\n` +
            'Check this machine’s way to the internet and, where it is set, SLACK_API_URL; then start Postern again.',
      { cause: error, passes: kind !== 'refused' },
    )
  })
  const who = AuthTest.safeParse(answer)
  if (who.success) return { team: who.data.team_id, botId: who.data.bot_id, botUser: who.data.user_id }
  throw new StartupProblem(
    'SLACK_BOT_TOKEN does not belong to a bot.\n' +
      'Copy the Bot User OAuth Token, xoxb-…, from api.slack.com/apps > your app > OAuth & Permissions.',
  )
}
