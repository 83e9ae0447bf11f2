import type { ClincData } from '../../../src/intent/evaluation/clinc.ts'

const words = 'today tomorrow please quickly again somehow'.split(' ')
const rows = (count: number, sentence: string, label: string): [string, string][] =>
  Array.from({ length: count }, (_, at) => [`${sentence} ${words[at % words.length]} ${at}`, label])

function split(count: number): [string, string][] {
  return [
    ...rows(count, 'translate the sentence into spanish', 'translate'),
    ...rows(count, 'transfer money between accounts', 'transfer'),
    ...rows(count, 'what will the weather be in paris', 'weather'),
  ]
}

const oos = (count: number): [string, string][] => rows(count, 'who painted that famous ceiling', 'oos')

/** Three intents in CLINC150's format. */
export const smallClinc: ClincData = {
  train: split(12),
  val: split(4),
  test: split(5),
  oos_train: oos(12),
  oos_val: oos(4),
  oos_test: oos(6),
}
