import { createServer } from 'node:http'
import type { Clock } from '../../src/application/ports.ts'
import { compose, type Running } from '../../src/compose.ts'
import { parseConfig } from '../../src/config.ts'
import type { Workspace } from '../../src/workspace/workspace.ts'
import { close, listen } from './loopback-server.ts'
import { testAudit } from './test-audit.ts'

export type Transport = 'socket' | 'http'

export async function freePort(): Promise<number> {
  const server = createServer()
  const address = await listen(server)
  await close(server)
  return Number(new URL(address).port)
}

/** The environment with which Postern talks to this workspace as it would to a real Slack. */
export function environmentFor(
  workspace: Workspace,
  transport: Transport,
  port: number,
  databaseUrl: string,
): Record<string, string> {
  return {
    SLACK_BOT_TOKEN: workspace.botToken,
    ...(transport === 'socket'
      ? { SLACK_APP_TOKEN: workspace.appToken }
      : { SLACK_SIGNING_SECRET: workspace.signingSecret }),
    SLACK_API_URL: workspace.apiUrl,
    POSTMASTER_CHANNEL: workspace.postmasterChannel,
    POSTMASTER_USER_IDS: workspace.postmasters.join(','),
    SECURITY_CONTACT: workspace.securityContact,
    MANAGER_FIELD: workspace.managerField,
    AUDIT_KEY: testAudit.auditKey,
    DATABASE_URL: databaseUrl,
    PORT: String(port),
    LOG_LEVEL: 'error',
  }
}

/** The whole product in this process, against the workspace, by the given transport. */
export async function startPostern(
  workspace: Workspace,
  transport: Transport,
  root: string,
  databaseUrl = 'sqlite::memory:',
  more: { readonly clock?: Clock; readonly settings?: Readonly<Record<string, string>> } = {},
): Promise<Running> {
  const port = await freePort()
  if (transport === 'http') workspace.setRequestUrl(`http://127.0.0.1:${port}/slack/events`)
  const { clock, settings } = more
  const config = parseConfig({ ...environmentFor(workspace, transport, port, databaseUrl), ...settings })
  return await compose(config, { root, say: () => undefined, ...(clock !== undefined && { clock }) })
}
