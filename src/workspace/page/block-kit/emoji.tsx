import type { ReactNode } from 'react'

/** Status marks are drawn, as Slack draws them: not every machine has a font for them. */
const drawn: Readonly<Record<string, ReactNode>> = {
  white_check_mark: (
    <svg className="emoji" viewBox="0 0 20 20" role="img" aria-label="check mark">
      <rect width="20" height="20" rx="4" fill="#2b7d4f" />
      <path d="m5 10.5 3.4 3.5L15 6.5" fill="none" stroke="#fff" strokeWidth="2.2" />
    </svg>
  ),
  warning: (
    <svg className="emoji" viewBox="0 0 20 20" role="img" aria-label="warning">
      <path d="M10 1.5 19.5 18.5H.5z" fill="#e8a317" />
      <path d="M9.1 7h1.8l-.3 6H9.4zm-.1 7.2h2v2H9z" fill="#1d1c1d" />
    </svg>
  ),
}

export function emojiHook<E extends { name: string }>(emoji: E, parse: (emoji: E) => string): ReactNode {
  return drawn[emoji.name] ?? parse(emoji)
}
