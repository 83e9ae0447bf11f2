import { app, member } from './team.ts'

/** `&`, `<` and `>` as Slack escapes them in everything a person types. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** What a person types, as Slack sends it: escaped, with mentions (`@postern`, or `<@U…>` from a composer), links and addresses marked up. */
export function markUp(typed: string): string {
  return escapeText(typed)
    .replace(/&lt;@(U[A-Z0-9]+)&gt;/g, (typed, id) => (member(id) === undefined ? typed : `<@${id}>`))
    .replace(/(?<![\w@.])@postern\b/gi, `<@${app.botUser}>`)
    .replace(/\bhttps?:\/\/(?:(?!&[lg]t;)[^\s<>|])+/g, (url) => `<${url}>`)
    .replace(/(?<![\w.+/:=-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g, (address) => `<mailto:${address}|${address}>`)
}
