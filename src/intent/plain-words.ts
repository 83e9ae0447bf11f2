const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/))

/** English words that hold a sentence together; a passphrase of some words goes without them. */
const functionWords = words(`
  a about above after again against all also always am an and any are aren't as at be because been before being below beneath beyond but by can can't cannot
  could couldn't did didn't do does doesn't doing don't down each else even ever every for from had has hasn't have haven't he
  her here him his how i i'm i've if in into is isn't it it's its just like may me might must my never no none nor not now of off
  on once one only onto or other our out over own per please pls plz same she should since so some somehow still such than that
  that's the their them then there these they this those though to together too twice under until up upon us very via was wasn't
  we were what when where whether which while who whom whose why will with within without won't would yes yet you your`)

/** English words that people write of a password, a code or an answer, and of why they cannot get in. */
const deskWords = words(`
  accepted access according account accurate active administrator admin allowed altered answer app appreciated asked asking
  autofilled available awful annoying back bad badly believe blank blocked blurred broken browser cached case changed changing checked chinese
  cleared close code colleague coming common compromised complex computer confirmed confidential correct correctly corrupted created
  currently dead declined default definitely deleted denied desk different digits disabled displayed double due easy eight either
  emailed empty encrypted english enough entered error everywhere exact exactly exceeded exists expected expiring expired exposed
  fail failed failing fails false fault filled fine five first forgotten forgot found four funny generated german getting given
  gives giving gone good greyed grey guaranteed guessed hacked hanging hard help helpdesk hidden hijacked hint
  identical ignored immediately impossible inactive incomplete incorrect incorrectly indeed invalid invisible involved
  issue issued it's kept kind known last late later leaked least left length letters likely limited locked log login logged long
  longer lost lower lowercase mail mailbox manager managed mandatory masked match matched matching maybe minimum mismatched mismatch
  misspelled missing mistyped mixed mobile monthly month nearly necessary needed neither new next nobody nonsense nothing notebook
  numbers obviously obsolete occasionally okay ok old older on-screen optional ordinary outdated overwritten parental part password
  passwords paper phone pending perfect perfectly permanent personal phished possible possibly printed private probably problem
  protected public question quite random randomly ready really recent recently recognised recognized recorded refused regards
  rejected remembered removed repeated requested required resent reset resetting retired returned revoked right rotated safe saved
  scrambled second secret secure security seen sensitive sent set shared short showing shown similar simple simply six sometimes
  soon special specific static stolen stored strange strong stuck sudden suddenly suggested supposed sure surely suspended symbols
  synced system taken taking technical temporary terrible thanks thank thing think third three ticket today tomorrow totally true
  truncated turned two typed ultimately unable unavailable unchanged unclear unexpected unique unknown unlocked unread unreadable
  unrecognised unrecognized unsafe unset untouched unused update updated uppercase upper urgent used useless user username using
  usually valid verified version visible weak website week weird windows work working works worthless written wrong year yesterday
  n/a see notes regular fresh alright unneeded secured needing same-as enabled nil null undefined none-of outlook foxmail chrome
  edge iphone android simplified traditional case-sensitive sticky closed broken ill busy leaving asleep empty-handed company's`)

const adverb =
  /(?:al|ful|ous|ed|ing|ic|able|ible|ive|ent|ant|ate|hard|most|late|near|ear|fair|on|bare|rare|poor|clear|like|new|safe)ly$/
const adjective = /[a-z]{4}(?:ous|ful|able|ible|less|ive)$/
const participle = /^[a-z]{2,}(?:ed|ing)$/

const plainly = (word: string): string => word.toLowerCase().replace(/’/g, "'")

/** Whether an English word is known to be said of secrets, or to hold a sentence together. */
export const isKnown = (word: string): boolean =>
  functionWords.has(plainly(word)) || deskWords.has(plainly(word))

/** Whether an English word says something about a secret, or nothing at all, but is hardly one itself; guesses by its ending. */
export function isPlain(word: string): boolean {
  if (isKnown(word)) return true
  const isWritten = /^(?:[A-Z]?[a-z'-]+|[A-Z]+)$/.test(word)
  const endings = /^[A-Z][a-z]/.test(word) ? [] : [adverb, adjective, participle]
  return isWritten && endings.some((ending) => ending.test(plainly(word)))
}

export const holdsTogether = (word: string): boolean => functionWords.has(plainly(word))

const startsRemark =
  /^(?:错|不|忘|丢|过期|多少|什么|啥|对的|对$|正确|无|失效|没|被|我(?:忘|记|设|自|的|用|改|一|不|就|上|之|刚|同|们|公)|你|您|他|她|它|在|怎|哪|谁|几|初始|默认|旧|新|原|以前|以后|否|需要|必|要|有|锁|已|输|好的|真的|一直|一样|一个|总|都|可以|能|到期|弱|空|同一|改|重置|重新|收|发|用|通过|验证|由|给|从|随便|六位|乱|自动|别人|管理员|短信|手机|最近|昨天|今天|前天|上周|上个|去年|之前|刚|个|这|那|很|太|数字|字母|大写|小写|大小写|区分|保存|记|长(?:度|了|$)|短(?:了|$)|固定|临时|请|麻烦|问题|方式|跟|和|与|第[一二三]|每|两个|待|永|为|为何|绑|登|复制|关键|浏览器|系统|公司|电脑|统一|共用|账号|帐号|邮箱|密码|吗|呢|啊|是|待定|未知|暂)/
const holdsRemark =
  /什么|多少|怎么|哪[里个些]|是不是|还是|为什么|密码|验证码|登录|登不|邮箱|账号|帐号|浏览器|管理员|过期|重置|设置|自动|记不|忘|错误|不对|不行|不上|不了|失败|提示|一样|来着|(?:英文|字母|数字|拼音|符号)(?:加|和|或|$)/
const endsRemark = /(?:的|吗|呢|吧|么|嘛|呀|了|过|对|错|行|用|中文|英文|拼音|生日|必填项?|原因)[?？。！!…]*$/

/** Whether Chinese words say something about a secret, but are none themselves. */
export function isChineseRemark(value: string): boolean {
  if (/[A-Za-z0-9]{4,}/.test(value) && /\d/.test(value) && !startsRemark.test(value)) return false
  return startsRemark.test(value) || holdsRemark.test(value) || endsRemark.test(value)
}
