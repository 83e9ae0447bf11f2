import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Scene } from '../application/scene.ts'
import { testAudit } from '../support/test-audit.ts'

/** A database with its Postern at work, and the settings that name it. */
export class RecordedPostern {
  readonly folder: string
  readonly environment: NodeJS.ProcessEnv
  readonly scene: Scene

  private constructor(folder: string, scene: Scene) {
    this.folder = folder
    this.scene = scene
    this.environment = {
      ...process.env,
      SLACK_BOT_TOKEN: 'xoxb-1234567890',
      SLACK_APP_TOKEN: 'xapp-1234567890',
      POSTMASTER_CHANNEL: 'C012AB3CD',
      POSTMASTER_USER_IDS: 'U012AB3CD',
      SECURITY_CONTACT: 'U012AB3CE',
      AUDIT_KEY: testAudit.auditKey,
      DATABASE_URL: `sqlite:${join(folder, 'postern.db')}`,
    }
  }

  static async start(): Promise<RecordedPostern> {
    const folder = mkdtempSync(join(tmpdir(), 'postern-cli-'))
    return new RecordedPostern(folder, await Scene.open({ database: `sqlite:${join(folder, 'postern.db')}` }))
  }

  async stop(): Promise<void> {
    await this.scene.store.close()
    rmSync(this.folder, { recursive: true })
  }
}
