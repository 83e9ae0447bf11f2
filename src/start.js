import './cli/check-node.js'
import { enableCompileCache } from 'node:module'
import { join } from 'node:path'

// Types are stripped and code is compiled once, not at every start; without write access it only starts slower.
enableCompileCache(join(import.meta.dirname, '..', 'data', 'compile-cache'))
await import('./main.ts')
