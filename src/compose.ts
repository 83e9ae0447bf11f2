import { join } from 'node:path'
import { composeClassifier } from './compose-classifier.ts'
import type { Config, SlackConfig } from './config.ts'
import { compileGuide } from './guide/compile.ts'
import { type Content, describeIssue } from './guide/content-set.ts'
import { loadContent } from './guide/load.ts'
import { createLog } from './log.ts'
import { connectSlack } from './slack/connect-slack.ts'
import { StartupProblem } from './slack/startup-problem.ts'
import { openStore } from './store/open-store.ts'
import { randomIds, systemClock } from './system.ts'
import type { Workspace } from './workspace/workspace.ts'

export { StartupProblem }

type Connected = Extract<SlackConfig, { kind: 'slack' }>

export interface Place {
  /** The project's folder, where `intents/` and `data/` are. */
  readonly root: string
  /** Shows one line to whoever started Postern. */
  readonly say: (line: string) => void
}

export interface Running {
  /** Finishes what was accepted, then lets go of everything. */
  stop(): Promise<void>
}

async function usableContent(root: string): Promise<Content> {
  const content = await loadContent(join(root, 'intents'))
  const errors = content.issues.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return content
  throw new StartupProblem(
    ['Postern cannot start with this content:', ...errors.map((issue) => `  ${describeIssue(issue)}`)]
      .concat('Run npm run -s guide -- check to see everything that is wrong.')
      .join('\n'),
  )
}

/** The local Slack is a development dependency: loaded only where there are no credentials. */
async function startLocalSlack(config: Config, root: string): Promise<Workspace> {
  const { startWorkspace } = await import('./workspace/workspace.ts')
  return await startWorkspace({
    port: config.port,
    stateFile: join(root, 'data', 'local', 'workspace.db'),
    page: true,
  })
}

function connectionTo(workspace: Workspace): Connected {
  return {
    kind: 'slack',
    botToken: workspace.botToken,
    apiUrl: workspace.apiUrl,
    transport: { kind: 'socket', appToken: workspace.appToken },
    postmasters: {
      channel: workspace.postmasterChannel,
      userIds: workspace.postmasters,
      channelMembers: false,
    },
  }
}

/** Puts the parts together and starts them; throws StartupProblem with what to do when they do not fit. */
export async function compose(config: Config, { root, say }: Place): Promise<Running> {
  const content = await usableContent(root)
  const classifier = await composeClassifier({
    content,
    shippedModel: join(root, 'src', 'intent', 'shipped-model.json'),
    cacheFolder: join(root, 'data'),
    say,
  })
  const workspace = config.slack.kind === 'local' ? await startLocalSlack(config, root) : undefined
  const slack = config.slack.kind === 'slack' ? config.slack : workspace && connectionTo(workspace)
  if (slack === undefined) throw new Error('neither a local nor a real Slack')
  const store = await openStore(
    workspace === undefined ? config.databaseUrl : `sqlite:${join(root, 'data', 'local', 'postern.db')}`,
  )
  const connection = await connectSlack({
    slack,
    ...(workspace === undefined && { port: config.port }),
    store,
    guide: compileGuide(content, config.guide),
    classifier,
    supportContact: config.guide.supportContact,
    log: createLog(config.logLevel),
    clock: systemClock,
    ids: randomIds,
  })
  await connection.start()
  say(
    workspace === undefined
      ? 'Postern is connected to Slack.'
      : `Postern is ready: open ${workspace.address}`,
  )
  return {
    stop: async () => {
      await connection.stop()
      await store.close()
      await workspace?.stop()
    },
  }
}
