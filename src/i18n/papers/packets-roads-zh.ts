import type {
  NotaryWords,
  PoliceWords,
  PreservationWords,
  ProsecutionWords,
} from "../../core/papers/packets/packet-words.ts"

export const policeZh: PoliceWords = {
  requests: ({ title, article }) => [
    "依法受理，并出具受案回执。",
    "查明上列账号使用人的真实身份。",
    "向平台调取并固定上列账号的注册信息、登录记录，以及所列内容的发布记录和浏览、转发数据。",
    "依法调查处理；认为涉嫌犯罪的，依法立案侦查。",
    `认为不属于违反治安管理行为的，请依照《${title.zh}》${article.zh}告知并说明理由，并请以书面形式答复。`,
  ],
  declared: ["报案人确认：以上是本人所知的情况，所附电子数据本人没有改动。（请逐项核对属实以后再签名）"],
}

export const prosecutionZh: ProsecutionWords = {
  requests: ({ title, article }) => [
    `请求依照《${title.zh}》${article.zh}，以诽谤罪追究被告人的刑事责任。（罪名请律师核定）`,
  ],
  requestsNote: "一并要求赔偿的，请另附附带民事起诉状。",
  standardNote: [
    "以上是页面显示的数字，不是平台出具的数据，可能经过取整，也可能计入本工具或者自诉人自己的访问。司法解释所说的是实际被点击、浏览、转发的次数，两者不是一回事。",
    "这些数字与条文中的数量标准只是并列，供对照；是否达到标准，由人民法院认定。",
  ],
  helpTitle: "请求公安机关提供协助",
  help: ({ title, article }, blank) => [
    `依照《${title.zh}》${article.zh}第三款，请求人民法院要求公安机关提供协助：查明上列账号使用人的真实身份，收集上列内容的浏览、转发情况及造成的影响等证据材料。`,
    `提供证据确有困难的理由：${blank}`,
    "可以提供的线索：上列账号、网址和下列证据。",
  ],
}

export const notaryZh: NotaryWords = {
  matter: "申请保全证据：请公证人员在公证机构的设备上打开下列网页，保全当时显示的内容。",
  purpose: "用途：",
  toKeep: ["请保全发布者的主页、内容全文、评论，以及页面显示的发布时间和浏览、转发次数；折叠的内容请点开。"],
  routeNote:
    "请写明：要不要登录、用谁的账号、怎样找到、要点开什么。账号和密码由申请人自己在公证机构的设备上输入。",
  deviceNote: "以下是申请人自己的设备在采集时的记录，由这台设备自己记下，不是公证机构的设备。",
  limits: [
    "公证说明的是保全的过程和当时所见，不能证明网页所说是否属实。",
    "公证不能证明账号背后是谁。",
    "公证不能证明网页此前是什么样子。本工具此前的采集不是公证，公证机构没有参与。",
    "已经看不到的网页，公证不能使它重新出现，只能保全现有的材料。",
    "当场核对证据包的指纹，只能说明文件与清单一致，不能说明页面在采集之前没有被改动。",
    "是否受理、怎样办理、证明到什么程度，由公证机构决定；是否采信，由人民法院决定。",
  ],
  printsNote: [
    "可以另请公证人员当场核对证据包并记录结果：在解压后的文件夹里运行 sha256sum --quiet --strict -c manifest-sha256.txt，再运行 sha256sum manifest-sha256.txt，与下面的 64 位数字比较。",
  ],
}

export const preservationZh: PreservationWords = {
  holder: "证据持有人（平台经营者）",
  requests: numbers => [
    `保全证据 ${numbers} 所列网页现有的内容。`,
    "保全平台保存的下列账号的注册信息、身份认证信息和登录记录。",
    "保全平台保存的下列内容的发布、修改、删除记录，以及浏览、评论、转发数据。",
  ],
  retention: (number, from) =>
    `证据 ${number} 是本证据包内最早的内容：${from}（按页面显示的发布时间，没有读到的按采集时间）。自该时间推算：`,
  until: {
    "content-record": date => `信息内容记录备份的最短保存期：到 ${date}`,
    "network-log": date => `网络日志的最短保存期：到 ${date}`,
  },
  retentionNote: "从何时起算、是否适用，请律师核定；平台保存得更久也有可能。",
  security: blank => `担保（人民法院要求的）：${blank}`,
}
