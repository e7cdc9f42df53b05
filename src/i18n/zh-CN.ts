import { type Catalog } from "./en.ts"
import { attach } from "./zh-CN/attach.ts"
import { badge } from "./zh-CN/badge.ts"
import { encryption } from "./zh-CN/encryption.ts"
import { errors } from "./zh-CN/errors.ts"
import { gaps } from "./zh-CN/gaps.ts"
import { limits } from "./zh-CN/limits.ts"
import { picker } from "./zh-CN/picker.ts"
import { steps } from "./zh-CN/steps.ts"
import { ui } from "./zh-CN/ui.ts"
import { verify } from "./zh-CN/verify.ts"

export const zhCN: Catalog = {
  ...ui,
  ...attach,
  ...badge,
  ...encryption,
  ...errors,
  ...gaps,
  ...limits,
  ...picker,
  ...steps,
  ...verify,
}
