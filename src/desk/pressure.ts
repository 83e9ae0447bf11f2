/** Words of hurry and of rank, in both languages. Impostors of help desks use both (security.md, C16). */
const pressing =
  /\b(?:urgent(?:ly)?|asap|right now|emergency|deadline|immediately|ceo|cfo|cto|vip|chairm[ae]n|chairwoman|board meeting|vice president|managing director)\b|紧急|火急|马上|立刻|立即|董事长|总经理|总裁|副总|老板|领导(?:在)?催/iu

/** Whether a request speaks of urgency or rank: a reason to take one's time, never one to be faster. */
export function isPressing(text: string): boolean {
  return pressing.test(text.normalize('NFKC'))
}
