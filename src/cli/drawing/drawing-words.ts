import type { Node } from '../../guide/content.ts'
import type { Language } from '../../language.ts'
import type { Start } from './guide-map.ts'

type Kind = Node['kind']

/** The page's own words, in one language. */
interface DrawingWords {
  readonly title: string
  readonly intro: string
  readonly flows: string
  readonly legend: string
  readonly kinds: Readonly<Record<Kind, readonly [name: string, meaning: string]>>
  readonly stub: string
  readonly dashed: string
  readonly starts: Readonly<Record<Start, string>>
  readonly drawingOf: (title: string) => string
  readonly scroll: string
  readonly file: string
  readonly menu: (place: number) => string
  readonly sentences: (en: number, zh: number) => string
  readonly noSentences: string
  readonly asked: string
  readonly steps: string
  readonly buttons: string
  readonly onScreen: string
  readonly screens: (count: number) => string
  readonly postmaster: string
  readonly warning: string
  readonly reason: string
  readonly after: (minutes: number) => string
  readonly onlyWithQr: string
  readonly comeFrom: string
  readonly none: string
  /** What stands between a name and what it names. */
  readonly colon: string
  readonly missing: string
  readonly back: string
}

const en: DrawingWords = {
  title: 'Everything Postern says',
  intro:
    'Drawn from the content files. A box is a card; its rows are the buttons on it. Press a box to read it.',
  flows: 'Situations',
  legend: 'What the boxes are',
  kinds: {
    ask: ['ask', 'a question'],
    steps: ['steps', 'numbered instructions'],
    wait: ['wait', 'something takes time'],
    escalate: ['escalate', 'a postmaster has to help'],
    answer: ['answer', 'a fact'],
    done: ['done', 'the person is in again'],
  },
  stub: 'a dashed box leads to a card of another situation',
  dashed: 'a dashed row is a reminder that comes by itself',
  starts: { start: 'Start', start_without_qr: 'Start without QR log-in' },
  drawingOf: (title) => `Drawing: ${title}`,
  scroll: 'The drawing scrolls sideways.',
  file: 'File',
  menu: (place) => `place ${place} in the menu`,
  sentences: (english, chinese) => `understood from ${english} English and ${chinese} Chinese sentences`,
  noSentences: 'not learnt: people come from their screen, the menu or another situation',
  asked: 'Asked when it may be this or',
  steps: 'Steps',
  buttons: 'Buttons',
  onScreen: 'What the screen says',
  screens: (count) => `from ${count} screen message${count === 1 ? '' : 's'}`,
  postmaster: 'For the postmaster',
  warning: 'Warning',
  reason: 'reason',
  after: (minutes) => `Reminder after ${minutes} min`,
  onlyWithQr: 'only with QR log-in',
  comeFrom: 'People come here from',
  none: 'nowhere else',
  colon: ': ',
  missing: 'no Chinese yet',
  back: 'All situations',
}

const zh: DrawingWords = {
  title: 'Postern 的全部内容',
  intro: '根据内容文件绘制。每个方框是一张卡片，框内各行是卡片上的按钮。点按方框可查看全文。',
  flows: '情况',
  legend: '方框的含义',
  kinds: {
    ask: ['提问', '一个问题'],
    steps: ['步骤', '编号的操作步骤'],
    wait: ['等待', '需要一些时间'],
    escalate: ['转交', '需要邮箱管理员处理'],
    answer: ['说明', '一个事实'],
    done: ['完成', '已重新登录'],
  },
  stub: '虚线方框通向另一种情况的卡片',
  dashed: '虚线行是到时自动发出的提醒',
  starts: { start: '开始', start_without_qr: '未启用扫码登录时从这里开始' },
  drawingOf: (title) => `示意图：${title}`,
  scroll: '示意图可以左右滚动。',
  file: '文件',
  menu: (place) => `菜单第 ${place} 位`,
  sentences: (english, chinese) => `从 ${english} 句英文和 ${chinese} 句中文中学习`,
  noSentences: '不参与学习：由页面提示、菜单或其他情况进入',
  asked: '难以区分时的问题，另一种情况是',
  steps: '步骤',
  buttons: '按钮',
  onScreen: '页面提示',
  screens: (count) => `${count} 条页面提示通向这里`,
  postmaster: '管理员操作',
  warning: '注意',
  reason: '原因',
  after: (minutes) => `${minutes} 分钟后提醒`,
  onlyWithQr: '仅在启用扫码登录时',
  comeFrom: '从这些卡片进入',
  none: '没有其他入口',
  colon: '：',
  missing: '暂无中文',
  back: '全部情况',
}

export const drawingWords: Readonly<Record<Language, DrawingWords>> = { en, zh }
