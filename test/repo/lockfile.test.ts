import { completeLockfile, type Lockfile, missingRows } from './complete-lockfile.ts'
import { read } from './source-tree.ts'

const lock: Lockfile = JSON.parse(read('package-lock.json'))
const peers: { dependencies: object } = JSON.parse(read('bench/peers/package.json'))
const manifest: { allowScripts: Record<string, boolean>; dependencies: object; devDependencies: object } =
  JSON.parse(read('package.json'))

describe('package-lock.json', () => {
  it('has a row for every platform’s binary (npm run lockfile adds them)', () => {
    expect([...missingRows(lock).keys()]).toEqual([])
  })

  it.each(['package-lock.json', 'bench/peers/package-lock.json'])('names no registry: %s', (path) => {
    expect(read(path)).not.toContain('"resolved"')
  })
})

describe('completeLockfile', () => {
  it('adds a row that a platform package lacks, with where it runs', () => {
    const before = {
      packages: { 'node_modules/a': { optionalDependencies: { '@a/linux-arm64-musl': '1.0.0' } } },
    }
    expect(completeLockfile(before).packages['node_modules/@a/linux-arm64-musl']).toEqual({
      version: '1.0.0',
      os: ['linux'],
      cpu: ['arm64'],
      optional: true,
    })
  })
})

describe('package.json', () => {
  it('pins exact versions', () => {
    const ranges = [manifest.dependencies, manifest.devDependencies, peers.dependencies].flatMap((each) =>
      Object.values(each),
    )
    expect(ranges.filter((range) => !/^\d+\.\d+\.\d+$/.test(String(range)))).toEqual([])
  })

  it('lists every package with an install script', () => {
    const scripted = Object.entries(lock.packages)
      .filter(([, row]) => row.hasInstallScript === true)
      .map(([path]) => path.replace(/^.*node_modules\//, ''))
    expect(scripted.sort()).toEqual(Object.keys(manifest.allowScripts).sort())
  })
})
