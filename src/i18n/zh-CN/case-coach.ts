import { type Translated } from "../catalog.ts"
import { type caseCoach as english } from "../en/case-coach.ts"
import { coach } from "./coach.ts"
import { number } from "./number.ts"

export const caseCoach: Translated<typeof english> = {
  "caseCoach.title": "本案还缺什么",
  "caseCoach.what": "以下是对整个案件的建议，可忽略。某一项还缺什么，见该项的页面。",
  "caseCoach.allDone": "本案没有其他建议。",
  "caseCoach.profile.why": "每个账号的主页采集一次即可，便于日后请法院或平台查明身份。",
  "caseCoach.context.why": "还没有哪一项连同上下文一起采集。所回复的原帖和前后的回复，能说明内容应如何理解。",
  "caseCoach.own-reply.why": coach["coach.own-reply.why"],
  "caseCoach.signed-out.why":
    "还没有哪一项以未登录的视角看过。看一项，就能说明没有账号的人当时是否也看得到。",
  "caseCoach.second-reading.why":
    "还没有哪一项隔 24 小时以上读过两次数据。浏览、转发会变化，两次读数能说明变化的方向。",
  "caseCoach.loss.why": coach["coach.loss.why"],
  "caseCoach.pageless": "还没有：",
  "caseCoach.unnamed": "未读到名称的账号",
  "caseCoach.more": ({ n }) => `等，另有 ${number(n)} 个`,
}
