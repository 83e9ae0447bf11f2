const lineBreaks = /\r\n?|[\u2028\u2029\u0085\v\f]/g
/** Control, format (zero-width and bidirectional among them) and surrogate characters, and letters drawn as nothing. */
const unseen = /(?!\n)(?:[\p{Cc}\p{Cf}\p{Cs}\u115F\u1160\u3164\uFFA0]|\u034F|\u17B4|\u17B5)/gu

/** Only what a reader sees: no control, bidirectional or zero-width characters; at most one empty line in a row. */
export function visible(text: string): string {
  return text
    .replace(lineBreaks, '\n')
    .replaceAll('\t', ' ')
    .replace(unseen, '')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** Links that cannot be followed, `hxxps://a[.]example`, and nothing that Slack could take for a mention or a command. */
export function inert(text: string): string {
  return text
    .replace(/h(tt)ps?(?=:\/\/)/gi, (scheme) => (scheme.length === 5 ? 'hxxps' : 'hxxp'))
    .replace(/(?:[a-z][a-z0-9+.-]*:\/\/|www\.)[^\s<>]+/gi, (link) => link.replaceAll('.', '[.]'))
    .replace(/(?<!hxxps?):\/\//gi, '[:]//')
    .replace(/<(?=[!@#]|h(?:tt|xx)p|mailto|tel:)/gi, '‹')
}

/** At most `max` UTF-16 units, never half a character; what was cut off is marked by `…`. */
export function cut(text: string, max: number): string {
  if (text.length <= max) return text
  let kept = ''
  for (const character of text) {
    if (kept.length + character.length > max - 1) break
    kept += character
  }
  return `${kept.trimEnd()}…`
}

/** What somebody typed, fit to be shown in a plain_text or rich_text element; may be empty. */
export function userText(text: string, max: number): string {
  return cut(inert(visible(text)), max)
}

/** For mrkdwn and for a message's `text`: nothing in it can be read as a mention, a link or a command. */
export function escapeMrkdwn(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

/** Like `cut`, for text that is escaped already: cuts no entity, no mention and no address in two. */
export function cutEscaped(text: string, max: number): string {
  if (text.length <= max) return text
  return `${cut(text, max)
    .slice(0, -1)
    .replace(/(?:&[a-z]{0,4}|<[^>]*|https:\/\/\S*)$/, '')}…`
}
