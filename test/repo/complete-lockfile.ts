import { readFile, writeFile } from 'node:fs/promises'

interface Row {
  version?: string
  optional?: boolean
  dev?: boolean
  os?: string[]
  cpu?: string[]
  optionalDependencies?: Record<string, string>
  [field: string]: unknown
}
export interface Lockfile {
  packages: Record<string, Row>
  [field: string]: unknown
}

const platforms = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64']

/** What a platform package's own name says of where it runs, such as `cli-linux-arm64-musl`. */
function platformOf(name: string): Pick<Row, 'os' | 'cpu'> {
  const parts = name.split(/[-/]/)
  const os = platforms.filter((each) => parts.includes(each))
  const cpu = processors.filter((each) => parts.includes(each))
  return { ...(cpu.length > 0 && { cpu }), ...(os.length > 0 && { os }) }
}

/** Rows that a lockfile needs for `npm ci` on every platform but that npm leaves out when a registry lacks the binary. */
export function missingRows(lock: Lockfile): Map<string, Row> {
  const missing = new Map<string, Row>()
  for (const [path, row] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(row.optionalDependencies ?? {})) {
      const nested = `${path}/node_modules/${name}`
      const hoisted = `node_modules/${name}`
      if (lock.packages[nested] !== undefined || lock.packages[hoisted] !== undefined) continue
      const { os, cpu } = platformOf(name)
      missing.set(hoisted, {
        version,
        ...(cpu && { cpu }),
        ...(row.dev === true && { dev: true }),
        optional: true,
        ...(os && { os }),
      })
    }
  }
  return missing
}

export function completeLockfile(lock: Lockfile): Lockfile {
  const rows = Object.entries({ ...lock.packages, ...Object.fromEntries(missingRows(lock)) })
  rows.sort(([a], [b]) => (a < b ? -1 : 1))
  return { ...lock, packages: Object.fromEntries(rows) }
}

async function main(): Promise<void> {
  const lock: Lockfile = JSON.parse(await readFile('package-lock.json', 'utf8'))
  const added = missingRows(lock)
  await writeFile('package-lock.json', `${JSON.stringify(completeLockfile(lock), null, 2)}\n`)
  process.stdout.write(`${added.size} rows added\n`)
}

if (process.argv[1]?.endsWith('complete-lockfile.ts')) void main()
