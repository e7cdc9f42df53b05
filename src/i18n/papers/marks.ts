/** What the user added to pictures of an item, in the words of the papers. */
import type { MarksWords } from "../../core/bundle/item-words.ts"

export const marksEn: MarksWords = {
  marks: "Marked by the user",
  marksCount: count => (count === 1 ? "1 mark" : `${String(count)} marks`),
  marksNone: "The user took all marks away again; the file keeps what they were.",
  marksNote: "Marks are in this file alone. No picture was changed.",
  redactedCopy: "Redacted copy, not the original",
  redactedCopyOf: (boxes, original, time) =>
    `Made by the user on ${time} from ${original}, with ${boxes === 1 ? "1 part" : `${String(boxes)} parts`} covered in black. The original is unchanged; its SHA-256:`,
}

export const marksZh: MarksWords = {
  marks: "用户标注",
  marksCount: count => `${String(count)} 处标注`,
  marksNone: "用户已撤去全部标注；文件中保留了此前的标注。",
  marksNote: "标注只保存在该文件中，图片没有改动。",
  redactedCopy: "遮挡副本，不是原件",
  redactedCopyOf: (boxes, original, time) =>
    `用户于 ${time} 由 ${original} 制作，以黑色遮挡 ${String(boxes)} 处。原件没有改动，其 SHA-256：`,
}
