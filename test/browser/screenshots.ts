import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { startWorkspace } from '../../src/workspace/workspace.ts'
import { openBrowser, unpackBrowser } from '../support/browser.ts'
import { startPostern } from '../support/start-postern.ts'
import { walkInBrowser } from './walk.ts'

/** Takes the pictures of docs/walk.md anew: `npm run screenshots [-- folder width height]`. */
const root = join(import.meta.dirname, '../..')
const [folder = join(root, 'docs/screenshots'), width = '1000', height = '720'] = process.argv.slice(2)
await mkdir(folder, { recursive: true })
await unpackBrowser()
const workspace = await startWorkspace({ port: 0, page: true })
const postern = await startPostern(workspace, 'socket', root)
const browser = await openBrowser()
try {
  await walkInBrowser({
    address: workspace.address,
    browser,
    viewport: { width: Number(width), height: Number(height) },
    onStep: async (name, page) => {
      await page.screenshot({ path: join(folder, `${name}.png`) })
    },
  })
} finally {
  await browser.close()
  await postern.stop()
  await workspace.stop()
}
