import fc from 'fast-check'

/** Any text, made of characters and of the pieces that attacks are made of. */
export const hostileText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom(
        '<!channel>',
        '<!here|x>',
        '<!subteam^S1>',
        '<@U0LINWEI>',
        '<#C1|general>',
        '<https://evil.example|https://qiye.aliyun.com>',
        '<!date^0^{date}^https://evil.example|x>',
        '&lt;!channel&gt;',
        '<mailto:a@evil.example>',
        'https://evil.example/a',
        'HTTP://www.evil.example',
        '<',
        '>',
        '&',
        '*',
        '`',
        '\u202E',
        '\u200B',
        '\n',
        '锁定',
        '🔒',
      ),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''))
