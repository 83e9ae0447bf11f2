import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import chromiumPackage from '@sparticuz/chromium'
import { type Browser, chromium } from 'playwright-core'

const cache = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'test-browser')
const unpacked = join(cache, 'chromium')

/** The path of another Chromium or Chrome, for machines where the one from npm does not run. */
const named = process.env.POSTERN_TEST_BROWSER

/** The package unpacks into the folder for temporary files; a folder of its own, renamed at the end, is never half full. */
async function unpackInto(folder: string): Promise<void> {
  const before = process.env.TMPDIR
  process.env.TMPDIR = folder
  try {
    await chromiumPackage.executablePath()
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

/** Unpacks the browser that npm brought, once for all runs. Elsewhere than on Linux the machine's own Chrome is used. */
export async function unpackBrowser(): Promise<void> {
  if (named || process.platform !== 'linux' || existsSync(unpacked)) return
  await mkdir(dirname(cache), { recursive: true })
  const fresh = await mkdtemp(`${cache}-`)
  await unpackInto(fresh)
  await rename(fresh, cache).catch(async (error: unknown) => {
    await rm(fresh, { recursive: true, force: true })
    if (!existsSync(unpacked)) throw error
  })
}

/** A real, headless browser. */
export async function openBrowser(): Promise<Browser> {
  const which = named
    ? { executablePath: named }
    : process.platform === 'linux'
      ? { executablePath: unpacked }
      : { channel: 'chrome' }
  return await chromium.launch({ ...which, args: ['--no-sandbox'] })
}
