import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { PageFile } from './page-assets.ts'

const weights = [400, 700]
const folder = dirname(createRequire(import.meta.url).resolve('@fontsource/noto-sans-sc/400.css'))

/** A font is read when a browser first asks for it: a visitor needs about ten of the two hundred. */
function lazyFont(path: string): PageFile {
  let bytes: Uint8Array | undefined
  return {
    type: 'font/woff2',
    get body() {
      bytes ??= readFileSync(path)
      return bytes
    },
  }
}

interface PageFonts {
  readonly css: string
  readonly files: ReadonlyMap<string, PageFile>
}

/** Noto Sans SC, regular and bold, cut by unicode-range, under `/assets/fonts/`. */
export async function pageFonts(): Promise<PageFonts> {
  const files = new Map<string, PageFile>()
  const sheets = await Promise.all(weights.map((weight) => readFile(join(folder, `${weight}.css`), 'utf8')))
  const css = sheets
    .join('\n')
    .replaceAll(/src: url\(\.\/files\/([a-z0-9-]+\.woff2)\)[^;]*;/g, (_match, name: string) => {
      files.set(`/assets/fonts/${name}`, lazyFont(join(folder, 'files', name)))
      return `src:url(/assets/fonts/${name}) format('woff2');`
    })
    .replaceAll(/\/\*.*?\*\/\n/g, '')
  return { css, files }
}
