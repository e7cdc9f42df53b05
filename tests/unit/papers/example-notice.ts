/** Notices of an example bundle: a post on 微博 with its profile, and pages of another site. */
import type { ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import { caseFactsOf } from "../../../src/core/papers/contents.ts"
import type { NamedDraft } from "../../../src/core/papers/draft-ground.ts"
import { noticeDraftsOf } from "../../../src/core/papers/notice-draft.ts"
import { nothingTyped, type Typed } from "../../../src/core/papers/typed.ts"
import type { ReportLanguage } from "../../../src/core/papers/wanted.ts"
import { exampleWords } from "../bundle/example.ts"
import { exampleListItems, listGround } from "./example-list.ts"

export const exampleTyped: Typed = {
  person: {
    ...{ name: "李小明", idNumber: "身份证 110101199001011234", address: "北京市示例路 1 号" },
    ...{ phone: "13800000000", email: "li@example.org", agent: null },
  },
  statements: [{ item: "e001", words: "他偷了公司的钱", truth: "没有此事。\n当年的审计报告没有发现短款。" }],
  own: { story: "2026 年 11 月 20 日起，该账号多次发布上述内容。" },
}

/** Each with an address of the site that its adapter is for. */
export const exampleNoticeItems = (): ItemSnapshot[] =>
  exampleListItems().map(item =>
    item.record.item === "e009"
      ? { ...item, record: { ...item.record, url: "https://weibo.com/1/x9?access_token=SECRET" } }
      : item,
  )

export async function exampleNotices(
  language: ReportLanguage,
  typed: Typed = nothingTyped,
  items: readonly ItemSnapshot[] = exampleNoticeItems(),
): Promise<readonly NamedDraft[]> {
  const ground = await listGround(items)
  const contents = { ...ground, caseFacts: caseFactsOf(ground.snapshot) }
  return noticeDraftsOf({ contents, typed, words: exampleWords, language, placed: null })
}
