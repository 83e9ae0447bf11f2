interface StartersProps {
  readonly bot: string
  readonly onSay: (text: string) => void
}

const sentences = [
  { text: 'I forgot my password', lang: 'en' },
  { text: 'My account is locked', lang: 'en' },
  { text: '忘记密码了', lang: 'zh-CN' },
  { text: '账号被锁定', lang: 'zh-CN' },
] as const

/** The first thing a visitor reads: what to type, and that one can be somebody else. */
export function Starters({ bot, onSay }: StartersProps) {
  return (
    <section className="welcome">
      <h2>Locked out of your mailbox? Tell {bot} what happened.</h2>
      <p>
        Use your own words, in English or Chinese (<span lang="zh-CN">也可以用中文</span>). For example:
      </p>
      <ul className="starters">
        {sentences.map(({ text, lang }) => (
          <li key={text}>
            <button type="button" className="button starter" lang={lang} onClick={() => onSay(text)}>
              {text}
            </button>
          </li>
        ))}
      </ul>
      <p className="quiet">
        This is a small Slack on your own machine. In the sidebar (on a phone, behind your name at the top)
        you can become somebody else at any time: a postmaster answers what {bot} cannot solve.
      </p>
    </section>
  )
}
