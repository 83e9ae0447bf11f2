import type { PostView } from '../../application/post.ts'
import type { Guide } from '../../guide/guide.ts'
import type { Language, Localised } from '../../language.ts'

/** What rendering needs besides the value to render. */
export interface ViewContext {
  readonly guide: Guide
  /** Whom to ask when Postern cannot help, in a few words. */
  readonly supportContact: Localised
}

export type PostOf<K extends PostView['kind']> = Extract<PostView, { kind: K }>

/** Who will read it. */
export interface Reader {
  readonly language: Language
  readonly timeZone?: string | undefined
}
