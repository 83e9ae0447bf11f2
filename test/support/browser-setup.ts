import { unpackBrowser } from './browser.ts'

// biome-ignore lint/style/noDefaultExport: Jest takes the default export, once before all suites, which would race to unpack
export default unpackBrowser
