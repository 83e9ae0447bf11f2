/** The numbers that say whether a message is for us and whether the best label is right, in the order of `signs`. */
export const signNames = [
  /** Log-probability of the best label among those in scope, its lead over the second, and their entropy; in nats. */
  'top',
  'lead',
  'entropy',
  /** Log-odds of all labels in scope together against the one outside; in nats. */
  'inside',
  /** Shares of words with meaning, and of pieces of words, that no utterance has. */
  'unknownWords',
  'unknownPieces',
  /** No word has a meaning. */
  'empty',
  /** Shares of words with meaning that speak for the best label, and for the label outside. */
  'typical',
  'typicalOutside',
  /** A word belongs to another subject; a word is about getting in, and no other system is named. */
  'otherSubject',
  'access',
  /** Logarithm of one more than the number of words and Chinese characters. */
  'length',
  /** More Chinese characters than words. */
  'chinese',
  /** Words alone and pieces alone have the same best label. */
  'agreement',
] as const
