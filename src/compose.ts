import { rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Clock, Store } from './application/ports.ts'
import { createRecordKeeper } from './application/record-keeper.ts'
import type { Config, SlackConfig } from './config.ts'
import { type ContentFiles, openContent } from './live-content.ts'
import { createLog } from './log.ts'
import { recordsPlace } from './records-place.ts'
import { connectSlack } from './slack/connect-slack.ts'
import { portProblem, StartupProblem } from './slack/startup-problem.ts'
import { openStore, WrongAuditKey } from './store/open-store.ts'
import { randomIds, randomKey, systemClock } from './system.ts'
import { watchContent } from './watch-content.ts'
import type { Workspace } from './workspace/workspace.ts'

export { StartupProblem }

type Connected = Extract<SlackConfig, { kind: 'slack' }>

interface Place {
  /** The project's folder, where `intents/` and `data/` are. */
  readonly root: string
  /** The folder of the content, where it is not `intents/`. */
  readonly contentFolder?: string
  /** Shows one line to whoever started Postern. */
  readonly say: (line: string) => void
  /** The local Slack begins anew, with nothing remembered. */
  readonly fresh?: boolean
  /** Instead of the machine's own. */
  readonly clock?: Clock
}

export interface Running {
  /** Finishes what was accepted, then lets go of everything. */
  stop(): Promise<void>
}

/** Asked before anything in `data/local` is touched: a Postern that runs already keeps its memory there. */
function needPort(port: number): Promise<void> {
  const server = createServer()
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(portProblem(port, error)))
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()))
  })
}

/** The local Slack is a development dependency: loaded only where there are no credentials. */
async function loadLocalSlack(): Promise<typeof import('./workspace/workspace.ts')> {
  try {
    return await import('./workspace/workspace.ts')
  } catch (cause) {
    if (!(cause instanceof Error) || !('code' in cause) || cause.code !== 'ERR_MODULE_NOT_FOUND') throw cause
    throw new StartupProblem(
      'The local Slack is not installed here.\n' +
        'Run npm install to try Postern without Slack, or set SLACK_BOT_TOKEN and the other settings (see .env.example).',
      { cause },
    )
  }
}

async function startLocalSlack(config: Config, root: string, fresh: boolean): Promise<Workspace> {
  const { startWorkspace } = await loadLocalSlack()
  await needPort(config.port)
  const folder = join(root, 'data', 'local')
  if (fresh) await rm(folder, { recursive: true, force: true })
  return await startWorkspace({ port: config.port, stateFile: join(folder, 'workspace.db'), page: true })
}

function storeProblem(isLocal: boolean, cause: unknown): StartupProblem {
  const anew = 'or begin anew: npm start -- --fresh'
  if (cause instanceof WrongAuditKey) {
    return new StartupProblem(
      isLocal
        ? `The audit in data/local has another key than data/local/audit-key.\nPut the key back, ${anew}`
        : 'AUDIT_KEY is not the key that the audit in this database was begun with.\nSet it to that key; with another one every chain would break.',
      { cause },
    )
  }
  return new StartupProblem(
    isLocal
      ? `The database in data/local cannot be used.\nMake sure that the folder can be written to, ${anew}`
      : 'DATABASE_URL names a database that cannot be used.\nMake sure that the file is a database of Postern, that its folder can be written to, and that the disk is not full.',
    { cause },
  )
}

async function usableStore(config: Config, root: string): Promise<Store> {
  try {
    const place = recordsPlace(config, root, randomKey)
    if (place === undefined) throw new Error('a connection to Slack without AUDIT_KEY')
    return await openStore(place.databaseUrl, { auditKey: place.auditKey, now: systemClock.now() })
  } catch (cause) {
    throw storeProblem(config.slack.kind === 'local', cause)
  }
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
      usergroup: workspace.usergroup,
      channelMembers: false,
    },
    securityContact: workspace.securityContact,
    managerField: workspace.managerField,
  }
}

/** Puts the parts together and starts them; throws StartupProblem with what to do when they do not fit. */
export async function compose(config: Config, place: Place): Promise<Running> {
  const { root, say, fresh = false, contentFolder = join(root, 'intents'), clock = systemClock } = place
  const files: ContentFiles = {
    folder: contentFolder,
    shippedModel: join(root, 'src', 'intent', 'shipped-model.json'),
    cacheFolder: join(root, 'data'),
    settings: config.guide,
    say,
  }
  const content = await openContent(files)
  const workspace = config.slack.kind === 'local' ? await startLocalSlack(config, root, fresh) : undefined
  const slack = config.slack.kind === 'slack' ? config.slack : workspace && connectionTo(workspace)
  if (slack === undefined) throw new Error('neither a local nor a real Slack')
  const store = await usableStore(config, root)
  const parts = { store, log: createLog(config.logLevel), clock, ids: randomIds }
  const records = createRecordKeeper({ ...parts, limits: config.retention })
  const connection = await connectSlack({
    ...parts,
    slack,
    ...(workspace === undefined && { port: config.port }),
    content,
    supportContact: config.guide.supportContact,
    defaultLanguage: config.defaultLanguage,
    postmasterLanguage: config.postmasterLanguage,
    policy: config.policy,
    securityContact: slack.securityContact,
  })
  await connection.start()
  records.start()
  const stopWatching = watchContent(content, files)
  say(
    workspace === undefined
      ? 'Postern is connected to Slack.'
      : `Postern is ready: open ${workspace.address}`,
  )
  return {
    stop: async () => {
      await stopWatching()
      await connection.stop()
      await records.stop()
      await store.close()
      await workspace?.stop()
    },
  }
}
