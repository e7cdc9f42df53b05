import { type Translated } from "../catalog.ts"
import { type facts as english } from "../en/facts.ts"

export const facts: Translated<typeof english> = {
  "facts.title": "从页面读到",
  "facts.views": ({ n }) => `阅读 ${n}`,
  "facts.reposts": ({ n }) => `转发 ${n}`,
  "facts.comments": ({ n }) => `评论 ${n}`,
  "facts.likes": ({ n }) => `点赞 ${n}`,
  "facts.collects": ({ n }) => `收藏 ${n}`,
  "facts.about": ({ n }) => `约 ${n}`,
  "facts.ambiguous": ({ n }) => `其中 ${String(n)} 项页面各处说法不一，未取值。`,
  "facts.faulty": "读取这些信息时出错，可能不全。截图和源码不受影响。",
}
