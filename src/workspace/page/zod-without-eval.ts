import { config } from 'zod'

// The page's content security policy forbids eval, which zod would probe for; must run before any schema is made.
config({ jitless: true })
