/** What kind of secret was found. */
export type SecretKind = 'password' | 'code' | 'answer' | 'token' | 'key' | 'cookie'

/** What stands in the place of a secret of this kind. */
export const secretMark = (kind: SecretKind): string => `[secret removed: ${kind}]`

/** Every mark, and the one of earlier releases, which names no kind. For `replace`, `replaceAll` and `matchAll` only. */
export const removedSecret = /\[secret removed(?:: [a-z]{1,20})?\]/g
