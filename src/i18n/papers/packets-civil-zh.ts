import type { CivilWords } from "../../core/papers/packets/packet-words.ts"

export const civilZh: CivilWords = {
  claim: {
    stop: ({ numbers }) => `请求判令被告立即停止侵害，删除证据 ${numbers} 所列的内容。`,
    effects: ({ blank }) => `请求判令被告消除影响，方式和范围：${blank}`,
    reputation: ({ blank }) => `请求判令被告为原告恢复名誉，方式和范围：${blank}`,
    apology: ({ blank }) => `请求判令被告向原告赔礼道歉，方式、位置和持续时间：${blank}`,
    loss: ({ blank }) => `请求判令被告赔偿原告财产损失，金额（人民币）：${blank}`,
    mental: ({ blank }) => `请求判令被告赔偿原告精神损害抚慰金，金额（人民币）：${blank}`,
    costs: ({ blank }) => `请求判令被告赔偿原告为制止侵权行为支付的合理开支，金额（人民币）：${blank}`,
    fees: () => "请求判令被告负担本案诉讼费用。",
  },
  grounds: ["原告认为，上述内容侵害了原告的名誉权，请求人民法院依法判决。（本段请律师按案情改写）"],
  costsNote: "合理开支请附明细和凭据，例如公证费、时间戳费、律师费的发票。",
  venueNote: ["以下只列出与管辖有关的条文和所填的住所，不判断由哪个人民法院管辖，请律师核定。"],
  venueOf: (name, address) => `${name}住所：${address}`,
  disclosureRequests: operator => [
    `请求责令网络服务提供者 ${operator} 向人民法院提供能够确定下列账号使用人的姓名（名称）、联系方式、网络地址等信息。`,
    "请求责令其在提供之前，保存上述信息和下列内容的后台记录。",
  ],
  disclosureGrounds: [
    "页面所载的是账号信息，不能据以确定账号使用人的真实身份和住所。上表列出平台查找账号和内容所用的编号和网址；页面没有载明的，留空。",
  ],
  injunctionRequests: numbers => [
    `请求责令被申请人立即停止侵害申请人人格权的行为，删除证据 ${numbers} 所列的内容。`,
    "请求责令被申请人不再发布相同的内容。（本项请律师核定）",
  ],
  injunctionNote:
    "请说明：行为正在实施或者即将实施；不及时制止，将使合法权益受到怎样的难以弥补的损害。下面是使用者填写的内容。",
}
