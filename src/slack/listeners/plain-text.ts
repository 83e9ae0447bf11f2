/** Slack's markup: mentions, channels, commands and links, as in docs.slack.dev/messaging/formatting-message-text. */
const markup = /<(?:([@#!])([^<>|\s]+)(?:\|([^<>]*))?|((?:https?|mailto|tel):[^<>|\s]+)(?:\|([^<>]*))?)>/g

const entities: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&amp;': '&' }

/** Slack escapes exactly these three; once, so `&amp;lt;` becomes `&lt;`. */
export function decodeEntities(text: string): string {
  return text.replace(/&(?:lt|gt|amp);/g, (entity) => entities[entity] ?? entity)
}

function link(url: string, label: string | undefined): string {
  const address = url.replace(/^(?:mailto|tel):/, '')
  const isSame = label === undefined || label === '' || address.endsWith(label) || label === url
  return isSame ? address : `${label} (${address})`
}

function mention(sign: string, id: string, label: string | undefined): string {
  if (sign === '!') return label || `@${id.split('^', 1)[0]}`
  return `${sign}${label || id}`
}

/** What somebody typed, as they typed it: mentions of `bot` gone, Slack's markup and entities turned back into text. */
export function plainText(text: string, bot: string): string {
  const words = text.replace(markup, (_, sign, id, label, url, urlLabel) => {
    if (url !== undefined) return link(url, urlLabel)
    return sign === '@' && id === bot ? ' ' : mention(sign, id, label)
  })
  return decodeEntities(words).trim()
}
