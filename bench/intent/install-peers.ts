import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const root = join(import.meta.dirname, '..', '..')
const folder = join(root, 'bench', 'peers')
const command = ['ci', '--prefix', 'bench/peers', '--ignore-scripts', '--no-audit', '--no-fund']

const Manifest = z.object({ dependencies: z.record(z.string(), z.string()) })
const Installed = z.object({ version: z.string() })

function installedVersion(name: string): string | undefined {
  try {
    const text = readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')
    return Installed.parse(JSON.parse(text)).version
  } catch {
    return undefined
  }
}

/** Installs what the bench compares with, where it is not there yet or is another version; throws with what to do when npm cannot. */
export function installPeers(): void {
  const { dependencies } = Manifest.parse(JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')))
  if (Object.entries(dependencies).every(([name, version]) => installedVersion(name) === version)) return
  process.stderr.write(
    `Installing ${Object.keys(dependencies).join(', ')} into bench/peers (about 125 MB, once).\n`,
  )
  const { status, error } = spawnSync('npm', command, { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] })
  if (status === 0) return
  throw new Error(
    `The peers could not be installed${error === undefined ? '' : ` (${error.message})`}. ` +
      `This bench needs a package registry once; see what this says, then run the bench again:\n  npm ${command.join(' ')}`,
  )
}
