import { mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '../src/config.ts'
import { recordsPlace } from '../src/records-place.ts'

const slack = {
  SLACK_BOT_TOKEN: 'xoxb-1234567890',
  SLACK_APP_TOKEN: 'xapp-1234567890',
  POSTMASTER_CHANNEL: 'C012AB3CD',
  POSTMASTER_USER_IDS: 'U012AB3CD',
  SECURITY_CONTACT: 'U012AB3CE',
  AUDIT_KEY: 'k'.repeat(32),
}

describe('recordsPlace', () => {
  let root: string
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'postern-place-'))
  })
  afterEach(() => rmSync(root, { recursive: true }))

  it('is what the settings say where there is a Slack', () => {
    const config = parseConfig({ ...slack, DATABASE_URL: 'sqlite:/srv/x.db' })
    expect(recordsPlace(config, root)).toEqual({ databaseUrl: 'sqlite:/srv/x.db', auditKey: slack.AUDIT_KEY })
  })

  it('is data/local without one, with a key that is drawn once, for its owner alone', () => {
    const config = parseConfig({ AUDIT_KEY: 'j'.repeat(32) })
    expect(recordsPlace(config, root)).toBeUndefined()
    const folder = join(root, 'data', 'local')
    const place = { databaseUrl: `sqlite:${join(folder, 'postern.db')}`, auditKey: 'first' }
    expect(recordsPlace(config, root, () => 'first')).toEqual(place)
    expect(recordsPlace(config, root, () => 'second')).toEqual(place)
    expect(recordsPlace(config, root)).toEqual(place)
    expect(statSync(join(folder, 'audit-key')).mode & 0o077).toBe(0)
  })
})
