import { type Translated } from "../catalog.ts"
import { type packets as english } from "../en/packets.ts"

export const packets: Translated<typeof english> = {
  "prepare.paper.police": "报案材料（草稿）",
  "prepare.paper.civil": "民事起诉状（草稿）",
  "prepare.paper.disclosure": "责令提供网络用户信息申请书（草稿）",
  "prepare.paper.injunction": "人格权侵害禁令申请书（草稿）",
  "prepare.paper.prosecution": "刑事自诉状（草稿）",
  "prepare.paper.notary": "保全证据公证申请事项（草稿）",
  "prepare.paper.preservation": "诉前证据保全申请书（草稿）",
  "prepare.paper.abroad": "美国法院用的电子记录证明书（草稿，供境外律师）",

  "prepare.own.harm": "造成了什么后果",
  "prepare.own.urgency": "为什么紧急",
  "prepare.own.opponent": "发布者的真实姓名（知道才填；账号不等于人）",
  "prepare.own.operator": "平台经营者的名称（知道才填）",
  "prepare.own.police": "交给哪个公安机关",
  "prepare.own.court": "交给哪个人民法院",
  "prepare.own.notary": "交给哪个公证机构",
  "prepare.own.loss": "财产损失的金额（元）",
  "prepare.own.mental": "精神损害抚慰金的金额（元）",
  "prepare.own.costs": "合理开支的金额（元）",
  "prepare.own.route": "怎样打开网页：要不要登录、怎样找到、要点开什么",
  "prepare.own.purpose": "公证的用途",

  "prepare.claims": "起诉状里的诉讼请求",
  "prepare.claimsWhat": "勾选的写进起诉状；一项也不勾选的，留出空白。请咨询律师后决定。",
  "prepare.claim.stop": "停止侵害",
  "prepare.claim.effects": "消除影响",
  "prepare.claim.reputation": "恢复名誉",
  "prepare.claim.apology": "赔礼道歉",
  "prepare.claim.loss": "赔偿损失",
  "prepare.claim.mental": "精神损害抚慰金",
  "prepare.claim.costs": "合理开支",
  "prepare.claim.fees": "诉讼费用",
}
