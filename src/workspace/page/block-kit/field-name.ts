/** The name of an element's form field: one string for its block and action. */
export function fieldName(blockId: string, actionId: string): string {
  return JSON.stringify([blockId, actionId])
}
