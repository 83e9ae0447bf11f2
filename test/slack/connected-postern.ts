import type { Clock, Store } from '../../src/application/ports.ts'
import { compileGuide } from '../../src/guide/compile.ts'
import type { Classifier } from '../../src/intent/understanding.ts'
import { connectSlack, type SlackConnection } from '../../src/slack/connect-slack.ts'
import { openStore } from '../../src/store/open-store.ts'
import { randomIds, systemClock } from '../../src/system.ts'
import { samplePolicy } from '../desk/sample-ticket.ts'
import { memoryLog } from '../support/memory-log.ts'
import { contentOf, smallDocuments, someSettings } from '../support/small-guide.ts'
import { testAudit } from '../support/test-audit.ts'
import { signingSecret } from './slack-request.ts'
import { postmasterChannel, WebApiServer } from './web-api-server.ts'

const guide = compileGuide(
  contentOf({ ...smallDocuments, account_locked: smallDocuments.locked }),
  someSettings,
)

/** Takes every text for "my account is locked". */
const lockedClassifier: Classifier = {
  understand: () => ({
    decision: { kind: 'accept', intent: 'account_locked' },
    intent: 'account_locked',
    confidence: 1,
    inScope: 1,
    ranked: [],
    language: 'en',
    evidence: [],
  }),
}

export interface ConnectedPostern {
  readonly slack: WebApiServer
  readonly store: Store
  readonly connection: SlackConnection
  readonly url: string
  readonly log: ReturnType<typeof memoryLog>
  stop(): Promise<void>
}

interface ConnectedOptions {
  readonly slack?: WebApiServer
  readonly wrapStore?: (store: Store) => Store
  readonly usergroup?: string
  readonly clock?: Clock
  /** Instead of the list of ids. */
  readonly channelMembers?: true
}

/** The Slack side of Postern over HTTP, with the real store and use cases, against a Web API of a test. */
export async function connectedPostern(options: ConnectedOptions = {}): Promise<ConnectedPostern> {
  const slack = options.slack ?? new WebApiServer()
  if (options.slack === undefined) await slack.start()
  const opened = await openStore('sqlite::memory:', testAudit)
  const store = options.wrapStore?.(opened) ?? opened
  const log = memoryLog()
  const connection = await connectSlack({
    slack: {
      botToken: 'xoxb-test-token',
      apiUrl: slack.apiUrl,
      transport: { kind: 'http', signingSecret },
      postmasters: {
        channel: postmasterChannel,
        userIds: options.channelMembers ? [] : ['U8', 'U9'],
        channelMembers: options.channelMembers ?? false,
        ...(options.usergroup !== undefined && { usergroup: options.usergroup }),
      },
    },
    store,
    content: { guide, classifier: lockedClassifier },
    supportContact: { en: 'the desk' },
    defaultLanguage: 'en',
    postmasterLanguage: 'en',
    policy: { ...samplePolicy, aliasDomains: [] },
    securityContact: 'U0SECURITY',
    log: log.log,
    clock: options.clock ?? systemClock,
    ids: randomIds,
  })
  await connection.start()
  return {
    slack,
    store,
    connection,
    log,
    url: `http://127.0.0.1:${connection.port()}/slack/events`,
    stop: async () => {
      await connection.stop()
      await opened.close()
      await slack.stop()
    },
  }
}
