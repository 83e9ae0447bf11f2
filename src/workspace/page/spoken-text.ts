import type { PageState } from '../page-api.ts'

const longest = 400

function said(inside: string, users: PageState['users']): string {
  const [target = '', label] = inside.split('|')
  if (!target.startsWith('@')) return label ?? target.replace(/^!/, '@')
  return users.find(({ id }) => id === target.slice(1))?.realName ?? label ?? target
}

/** A message's text as it is read aloud: names for ids, labels for links, no formatting marks. */
export function spokenText(text: string, users: PageState['users']): string {
  return text
    .replaceAll(/<([^<>]+)>/g, (_whole, inside: string) => said(inside, users))
    .replaceAll(/(?<![\p{L}\p{N}])[*_~`]|[*_~`](?![\p{L}\p{N}])/gu, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .slice(0, longest)
}
