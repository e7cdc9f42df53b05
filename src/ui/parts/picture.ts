import { type Words } from "../../i18n/words.ts"

/** What a picture of an item is called. */
export function pictureName({ t, format }: Words, path: string): string {
  const page = /^page-(\d+)\.png$/.exec(path)?.[1]
  if (page !== undefined) return t("item.picturePage", { n: format.number(Number(page)) })
  const frame = Number(/^frames\/(\d+)\.png$/.exec(path)?.[1] ?? 0)
  if (frame > 0) return t("picture.frame", { n: format.number(frame) })
  return t(path === "post.png" ? "item.picturePost" : "item.pictureAsSeen")
}
