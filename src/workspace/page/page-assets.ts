export interface PageFile {
  readonly body: Uint8Array
  readonly type: string
}

/** Everything the page consists of, by its path on the server: `/`, `/assets/page.js`, … */
export interface PageAssets {
  readonly files: ReadonlyMap<string, PageFile>
}
