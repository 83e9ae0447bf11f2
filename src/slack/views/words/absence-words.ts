const en = {
  away: 'The postmasters are not at work now.',
  back: ['The postmasters are not at work now; they are back ', ', your time.'],
  today: (time: string) => `today at ${time}`,
  day: (time: string) => `on ${time}`,
  alerted:
    'The postmasters are not at work now. Because somebody else may be in your mailbox, they are called now all the same.',
} as const

const zh = {
  away: '邮箱管理员目前不在工作时间。',
  back: ['邮箱管理员目前不在工作时间，将于', '（您的当地时间）恢复处理。'],
  today: (time: string) => ` 今天 ${time}`,
  day: (time: string) => ` ${time}`,
  alerted: '目前不在邮箱管理员的工作时间。由于您的邮箱可能被他人登录，现在已通知他们。',
} as const satisfies Record<keyof typeof en, unknown>

/** What is said where no postmaster is at work. */
export const absenceWords = { en, zh }
