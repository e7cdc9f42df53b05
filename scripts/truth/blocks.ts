/** The pieces that random pages are made of. */
import { type Chance } from "../faults/random.ts"

const WORDS = [
  ..."evidence is kept as it was seen on the day before anyone could change a word of it".split(" "),
  ..."固证 截图 时间 证据 网页 原样 保存 评论 转发 链接 页面 发布 内容 账号".split(" "),
  ..."صفحة دليل كلمة نص تاريخ מילה עדות דף תאריך слово страница 日本語 한국어 ﬁne naïve Ångström e\u0301 👍🏽".split(
    " ",
  ),
]

export const wordsOf = (chance: Chance, count: number): string =>
  Array.from({ length: count }, () => WORDS[chance.below(WORDS.length)] ?? "").join(" ")

const colour = (chance: Chance): string =>
  `hsl(${chance.below(360)} ${30 + chance.below(60)}% ${35 + chance.below(40)}%)`

const text = (chance: Chance): string => wordsOf(chance, 12 + chance.below(60))

const picture = (chance: Chance, width: number, height: number): string => {
  const shapes = Array.from(
    { length: 6 },
    () =>
      `<circle cx="${chance.below(width)}" cy="${chance.below(height)}" r="${4 + chance.below(40)}" fill="${colour(chance)}" fill-opacity=".7"/>`,
  ).join("")
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="${colour(chance)}"/>${shapes}</svg>`
  return `<img alt="" width="${width}" height="${height}" src="data:image/svg+xml,${encodeURIComponent(svg)}">`
}

const several = (chance: Chance, least: number, more: number, make: () => string): string =>
  Array.from({ length: least + chance.below(more) }, make).join("")

type Block = (chance: Chance) => string

const BLOCKS: readonly Block[] = [
  chance => `<p>${text(chance)}</p>`,
  chance =>
    `<p style="text-align:justify;hyphens:auto">${text(chance)} <b>${wordsOf(chance, 3)}</b> <i>${wordsOf(chance, 4)}</i> <a href="#a">${wordsOf(chance, 2)}</a></p>`,
  chance =>
    `<h2 style="border-block-end:3px solid ${colour(chance)}">${wordsOf(chance, 5)}</h2><p>${text(chance)}</p>`,
  chance =>
    `<section style="border:1px solid ${colour(chance)}"><h3 style="position:sticky;top:0;margin:0;padding:6px;background:${colour(chance)}">${wordsOf(chance, 3)}</h3>${several(chance, 2, 4, () => `<p>${text(chance)}</p>`)}</section>`,
  chance =>
    `<section>${several(chance, 2, 3, () => `<p>${text(chance)}</p>`)}<div class="rising" style="position:sticky;bottom:0;padding:6px;background:${colour(chance)}">${wordsOf(chance, 4)}</div></section>`,
  chance =>
    `<table style="border-collapse:collapse;width:100%">${several(chance, 3, 8, () => `<tr>${several(chance, 3, 1, () => `<td style="border:1px solid ${colour(chance)};padding:4px">${wordsOf(chance, 2)}</td>`)}</tr>`)}</table>`,
  chance =>
    `<div style="display:grid;grid-template-columns:repeat(${2 + chance.below(2)},1fr);gap:${4 + chance.below(12)}px">${several(chance, 3, 5, () => `<div style="padding:8px;border-radius:${chance.below(20)}px;background:${colour(chance)};box-shadow:0 2px 6px #0005">${wordsOf(chance, 5 + chance.below(10))}</div>`)}</div>`,
  chance =>
    `<div style="display:flex;gap:10px;align-items:${chance.below(2) === 0 ? "center" : "flex-start"}">${picture(chance, 80 + chance.below(120), 60 + chance.below(120))}<p style="flex:1">${text(chance)}</p></div>`,
  chance =>
    `<div style="display:flow-root"><div style="float:inline-start;margin:8px">${picture(chance, 100 + chance.below(80), 90)}</div><p>${text(chance)}</p></div>`,
  chance => `<ul>${several(chance, 3, 6, () => `<li>${wordsOf(chance, 4 + chance.below(12))}</li>`)}</ul>`,
  chance =>
    `<div style="columns:2;column-gap:20px;column-rule:1px solid ${colour(chance)}">${text(chance)} ${text(chance)}</div>`,
  chance =>
    `<div style="height:${80 + chance.below(300)}px;background:linear-gradient(${chance.below(360)}deg,${colour(chance)},${colour(chance)},${colour(chance)})"></div>`,
  chance =>
    `<div style="padding:30px"><div style="transform:rotate(${chance.below(10) - 5}deg);padding:12px;background:${colour(chance)};border:2px dashed ${colour(chance)}">${wordsOf(chance, 12)}</div></div>`,
  chance =>
    `<div style="position:relative;min-height:90px;background:${colour(chance)}"><span style="position:absolute;top:-6px;inset-inline-end:10px;padding:2px 8px;border-radius:9px;background:${colour(chance)}">${wordsOf(chance, 1)}</span><p style="padding:20px">${text(chance)}</p></div>`,
  chance =>
    `<pre style="white-space:pre-wrap;background:#8882;padding:10px">${several(chance, 3, 6, () => `${wordsOf(chance, 6)}\n`)}</pre>`,
  chance =>
    `<div style="writing-mode:vertical-rl;height:${160 + chance.below(100)}px;max-width:100%;overflow:hidden;border:1px solid ${colour(chance)}">${wordsOf(chance, 25)}</div>`,
  chance =>
    `<blockquote style="border-inline-start:5px solid ${colour(chance)};padding:8px;opacity:.8">${text(chance)}</blockquote>`,
  chance => `<div>${picture(chance, 200 + chance.below(200), 150 + chance.below(350))}</div>`,
  chance =>
    `<p style="font-size:${10 + chance.below(30)}px;font-weight:700;text-shadow:1px 1px 2px #0008;letter-spacing:${chance.below(3)}px">${wordsOf(chance, 8)}</p>`,
  chance =>
    `<div style="background:repeating-linear-gradient(45deg,${colour(chance)} 0 6px,transparent 6px 14px);height:${60 + chance.below(120)}px;clip-path:polygon(0 0,100% 10%,96% 100%,4% 90%)"></div>`,
  () => `<hr>`,
]

/** A block of a random kind, and with random content. */
export function blockOf(chance: Chance): string {
  return BLOCKS[chance.below(BLOCKS.length)]?.(chance) ?? ""
}
