import fc from 'fast-check'

/** Begins a text of a person's, so that it is known again wherever it comes out. */
export const mark = 'zqx'

/** What attacks are made of. Nothing of it is an id or an address of ours. */
const attacks: readonly string[] = [
  '<!channel>',
  '<!here|x>',
  '<!everyone>',
  '<!subteam^S1>',
  '<!subteam^S1|@desk>',
  '<@U1>',
  '<@U1|postern>',
  '<#C1|general>',
  '<http://evil|https://qiye.aliyun.com>',
  '<https://evil.example|https://qiye.aliyun.com>',
  '<!date^0^{date}^http://evil|x>',
  '<mailto:a@evil.example|help@example.com>',
  '<tel:+1900|call>',
  '&lt;!channel&gt;',
  '&amp;lt;!channel&amp;gt;',
  '&#60;!channel&#62;',
  '<<!channel>>',
  '<!<!channel>channel>',
  '<!chan\nnel>',
  '<\n!channel>',
  '<\u200B!channel>',
  '<\u202E!channel>',
  '<\u0000@U1>',
  '<!\u2028channel>',
  'h\u200Dttps://evil.example',
  'https:\u0000//evil.example',
  'https://evil.example/a?b=c#d',
  'HTTPS://EVIL.EXAMPLE',
  'httphttps://https://evil.example',
  'www.evil.example',
  'slack://channel?id=C1',
  'javascript://evil.example/%0aalert(1)',
  'evil.example',
  '\u202Egnp.exe',
  '\u2066\u2069\u061C\uFEFF',
  '\uD800',
  '\uDC00<!channel>\uD800',
  '```',
  '`<!channel>`',
  '*<!channel>*',
  '_~*`',
  '>>> ',
  '\n\n\n> ',
  '@channel',
  ':skull:',
  '<',
  '>',
  '&',
  '<!',
  '<@',
  '<#',
  '<http',
  '|',
  '锁定',
  '🔒',
  '👨‍👩‍👧‍👦',
  'e\u0301\u0323',
]

const piece = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...attacks) },
  fc.string({ unit: 'binary', maxLength: 8 }),
  fc.string({
    unit: fc.constantFrom('<', '>', '&', '!', '@', '#', 'h', 't', 'p', ':', '/', ';', '\n'),
    maxLength: 8,
  }),
)

const short = fc.array(piece, { minLength: 1, maxLength: 8 }).map((parts) => parts.join(''))

const some = fc.oneof(
  { weight: 12, arbitrary: short },
  fc.tuple(short, fc.integer({ min: 2, max: 400 })).map(([text, times]) => text.repeat(times).slice(0, 4000)),
)

/** Anything that a person may have typed, in a field of any length; half of it is known again by its mark. */
export const userText: fc.Arbitrary<string> = fc
  .tuple(some, fc.boolean())
  .map(([text, marked]) => (marked ? mark + text : text))
