/** The words that stand in the place of a message that was taken back. */

const RECALLED = [
  /^.{0,80}?撤回了?(?:一条|一则)?消息(?:[\s，,。]*(?:重新编辑|查看原因))?[。.]?$/,
  /^.{0,80}?(?:收回|撤回)了?(?:一則|一條)?(?:訊息|消息)[。.]?$/,
  /^(?:此消息已(?:被?删除|撤回)|(?:您|你)已?删除了?此消息|该消息已(?:被)?撤回)[。.]?$/,
  /^(?:this message was (?:deleted|unsent)|you (?:deleted|unsent|recalled) (?:this|a) message|message deleted)[.]?$/i,
  /^.{1,80}? (?:recalled|unsent) a message[.]?$/i,
]

/** The whole of what a row says, and nothing besides. */
export const saysRecalled = (words: string): boolean =>
  RECALLED.some(form => form.test(words.replace(/\s+/g, " ").trim()))
