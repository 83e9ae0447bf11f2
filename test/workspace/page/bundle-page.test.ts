import { bundlePage } from '../../../src/workspace/page/bundle-page.ts'

describe('bundlePage', () => {
  it('holds everything its files ask for, and asks for nothing elsewhere', async () => {
    const { files } = await bundlePage()
    const text = (path: string): string => Buffer.from(files.get(path)?.body ?? []).toString()
    const linked = [...text('/').matchAll(/(?:src|href)="(\/[^"]+)"/g)].map(([, path]) => path ?? '')
    const fonts = [...text('/assets/fonts.css').matchAll(/url\(([^)]+)\)/g)].map(([, path]) => path ?? '')
    expect(linked).toEqual(['/assets/fonts.css', '/assets/page.css', '/assets/page.js'])
    expect(fonts.length).toBeGreaterThan(100)
    expect([...linked, ...fonts].filter((path) => !files.has(path))).toEqual([])
    expect(`${text('/')}${text('/assets/page.css')}`).not.toMatch(/(src|href)="https?:|url\(["']?https?:/)
  })

  it('reads a font when it is asked for', async () => {
    const { files } = await bundlePage()
    const font = [...files].find(([path]) => path.endsWith('.woff2'))?.[1]
    expect(Buffer.from(font?.body.subarray(0, 4) ?? []).toString()).toBe('wOF2')
    expect(font?.type).toBe('font/woff2')
  })
})
