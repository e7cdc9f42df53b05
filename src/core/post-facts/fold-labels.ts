/**
 * The words that sites write on what unfolds a text: one list for whoever looks
 * for such labels on a page, and for whoever reads a text that ends in one.
 */

const SHOW = "(?:展开|展開|查看|阅读|閱讀|显示|顯示)"
const REST = "(?:剩余|剩餘|其余|其餘|余下|餘下)[^\\p{P}\\n]{0,12}%?"

/** What says that the rest of this very text is behind it. Whole labels: sources of patterns, without case. */
export const WHOLE_TEXT_LABELS = [
  "展开|展開|展开更多|展開更多|继续阅读|繼續閱讀",
  `(?:点击|點擊)?${SHOW}?(?:全文|完整内容|完整內容)`,
  `(?:点击|點擊)?(?:展开|展開)(?:查看|阅读|閱讀|显示|顯示)(?:全文|全部|更多)`,
  `(?:点击|點擊)?(?:展开|展開)(?:全部|更多)(?:内容|內容)?`,
  `${SHOW}${REST}`,
  "(?:show|see|read) more|continue reading|もっと見る|続きを読む|더\\s?보기",
  "mostrar más|ver más|leer más|ver mais|mostrar mais|voir plus|en voir plus|afficher la suite|lire la suite",
  "mehr anzeigen|mehr ansehen|weiterlesen|altro|mostra altro|ещё|еще|показать ещё|показать еще",
  "xem thêm|ดูเพิ่มเติม|lihat selengkapnya|selengkapnya|tampilkan lebih banyak",
].join("|")

/** What is as often the name of a menu, or of a page with more of the like. */
export const MORE_LABELS = [
  "更多|(?:点击|點擊)?(?:查看|阅读|閱讀|显示|顯示|加载|載入)更多|查看全部|显示全部|顯示全部",
  "more|view more|view all|load more",
].join("|")

/** Dots, brackets and the like before a label, and what closes it: brackets, arrows. No marks of a sentence, no #. */
const BEFORE = "[\\s\\p{S}\\p{Ps}\\p{Pi}\\p{Cf}.…⋯·]*"
const AFTER = "(?:\\s+v)?[\\s\\p{S}\\p{Pe}\\p{Pf}\\p{Cf}]*"

const WHOLE_TEXT = new RegExp(`^${BEFORE}(?:${WHOLE_TEXT_LABELS})${AFTER}$`, "iu")
const MORE = new RegExp(`^${BEFORE}(?:${MORE_LABELS})${AFTER}$`, "iu")
/** The label stands behind dots: the words alone also end sentences, and so do the dots. */
const FOLD = new RegExp(
  `(?:\\.{2}|[…⋯]|。{2})${BEFORE}(?:${WHOLE_TEXT_LABELS}|${MORE_LABELS})${AFTER}$`,
  "iu",
)

/** No label is longer, with what stands around it: of a longer text nothing before is looked at. */
const LONGEST_LABEL = 60

/** Whether all of an element's words are a label that unfolds a text; `more` may be of something else. */
export function foldLabel(words: string): "text" | "more" | null {
  if (words.length > LONGEST_LABEL) return null
  if (WHOLE_TEXT.test(words)) return "text"
  return MORE.test(words) ? "more" : null
}

/** Where, in a text that ends in a label that unfolds the rest, the dots before it begin; null in any other. */
export function foldStart(text: string): number | null {
  const end = text.trimEnd().length
  const from = Math.max(0, end - LONGEST_LABEL)
  const at = FOLD.exec(text.slice(from, end))?.index
  return at === undefined ? null : from + at
}
