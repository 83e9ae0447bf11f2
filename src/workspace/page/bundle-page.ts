import { readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { build, stop } from 'esbuild'
import type { PageAssets, PageFile } from './page-assets.ts'
import { pageFonts } from './page-fonts.ts'

const folder = import.meta.dirname
const types: Readonly<Record<string, string>> = {
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
}

async function bundle(): Promise<[string, PageFile][]> {
  const result = await build({
    entryPoints: [
      { in: join(folder, 'main.tsx'), out: 'page' },
      { in: join(folder, 'styles', 'page.css'), out: 'page' },
    ],
    outdir: join(folder, 'assets'),
    write: false,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    jsx: 'automatic',
    legalComments: 'none',
    logLevel: 'silent',
  })
  await stop()
  return result.outputFiles.map(({ path, contents }) => {
    const name = basename(path)
    const type = types[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    return [`/assets/${name}`, { body: contents, type }]
  })
}

async function buildPage(): Promise<PageAssets> {
  const [scripts, fonts, html] = await Promise.all([
    bundle(),
    pageFonts(),
    readFile(join(folder, 'page.html')),
  ])
  return {
    files: new Map<string, PageFile>([
      ['/', { body: html, type: 'text/html; charset=utf-8' }],
      ...scripts,
      ['/assets/fonts.css', { body: Buffer.from(fonts.css), type: 'text/css; charset=utf-8' }],
      ...fonts.files,
    ]),
  }
}

let built: Promise<PageAssets> | undefined

/** Builds the page in memory, once; nothing is written to disk and nothing is fetched from elsewhere. */
export async function bundlePage(): Promise<PageAssets> {
  built ??= buildPage()
  return await built
}
