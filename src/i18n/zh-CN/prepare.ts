import { type Translated } from "../catalog.ts"
import { type prepare as english } from "../en/prepare.ts"
import { number } from "./number.ts"

export const prepare: Translated<typeof english> = {
  "prepare.open": "按用途准备文书…",
  "prepare.title": "准备文书和证据包",
  "prepare.steps": "步骤",
  "prepare.step.1": "给谁用",
  "prepare.step.2": "放什么",
  "prepare.step.3": "预览并制作",
  "prepare.stepOf": ({ n, name }) => `第 ${number(n)} 步，共 3 步：${name}`,
  "prepare.reading": "正在读取采集项…",
  "prepare.none": "没有可以用来制作文书的采集项。",
  "prepare.next": "下一步",
  "prepare.back": "上一步",
  "prepare.items": ({ n }) => `放入 ${number(n)} 项`,

  "prepare.audience": "给谁用？",
  "prepare.for.lawyer": "律师",
  "prepare.for.lawyer.what": "报告、证据目录，以及您的备注。",
  "prepare.for.notary": "公证处",
  "prepare.for.notary.what": "报告、证据目录、公证现场操作单和申请事项，不含您的备注。",
  "prepare.for.platform": "平台",
  "prepare.for.platform.what":
    "通知书和证据目录，只放该平台的采集项，不含报告和您的备注。每一项的文件保持原样，证据包仍可核对。",
  "prepare.for.police": "报警",
  "prepare.for.police.what": "报告、证据目录和报案材料，含您的投诉记录。",
  "prepare.for.backup": "仅备份",
  "prepare.for.backup.what": "全部采集项，不制作文书。别人可能拿到这份备份的，请在第 3 步加密。",
  "prepare.platform": "哪个平台？",
  "prepare.language": "文书语言",

  "prepare.papers": "文书",
  "prepare.noPapers": "备份不需要文书；需要的也可以勾选。",
  "prepare.paper.report": "采集报告（PDF）",
  "prepare.paper.list": "证据目录（草稿）",
  "prepare.paper.route": "公证现场操作单（PDF）",
  "prepare.paper.notice": "致平台的侵权通知书（草稿）",
  "prepare.person": "文书中的您",
  "prepare.personWhat": "只写进您勾选的文书，不放到别处。没有填的，文书里留出空白。",
  "prepare.person.name": "姓名（名称）",
  "prepare.person.idNumber": "证件种类和号码",
  "prepare.person.address": "地址",
  "prepare.person.phone": "电话",
  "prepare.person.email": "电子邮箱",
  "prepare.person.agent": "代理人（律师），没有的不填",
  "prepare.keep": "下次还用：保存在本机，与证据分开",
  "prepare.own.story": "事情经过，用您自己的话写",
  "prepare.statements": "哪些话不实，真实情况是什么",
  "prepare.statementsWhat": "先照抄不实的语句，再写真实情况。只写您能说明的事实：通知有误，可能要承担责任。",
  "prepare.words": "涉嫌侵权的语句（原文）",
  "prepare.quote": "填入页面正文",
  "prepare.quoteOf": ({ item }) => `填入 ${item} 的页面正文`,
  "prepare.truth": "真实情况",
  "prepare.privacy": "交出之前请看",
  "prepare.privacyNone": "文字里没有找到电话号码或身份证号。图片里的内容没有读。",
  "prepare.privacyUnread": "各项的文字还没有查，或没能查：请自己看一遍。",
  "prepare.privacyMaybe":
    "采集时是否登录，工具不能判断：如果您当时登录着，您的账号名和头像可能出现在截图和网页源码中。",
  "prepare.privacySignedIn": ({ items }) =>
    `采集时已登录：${items}。您的账号名和头像可能出现在截图和网页源码中。`,
  "prepare.privacyPhones": ({ n, items }) => `像电话号码的数字 ${number(n)} 处：${items}。`,
  "prepare.privacyIds": ({ n, items }) => `像身份证号的数字 ${number(n)} 处：${items}。`,
  "prepare.privacyLook": "逐一查看：",
  "prepare.privacyAsIs":
    "采集项按原样放入：遮挡只是另存一份，原图仍在证据包里。不能让对方看到的项，请不要放进去。",

  "prepare.previewWhat":
    "每份文书将写成这样。证据包的名称和指纹（这里以 0 表示）、报告的页码在制作时填入；图片不在这里显示。",
  "prepare.previewing": "正在准备预览…",
  "prepare.noPreview": "没有勾选文书：证据包里只有采集项。",
  "prepare.paperHas": ({ name, path }) => `${name}：${path}`,
  "prepare.noPaper": ({ name }) => `${name}：这些采集项用不到，不会制作。`,
  "prepare.suggestion": "建议：",
  "prepare.make": "制作证据包",

  "prepare.sent": "通知发出以后",
  "prepare.sentWhat": "固证不会替您发送。您发出以后在这里记一笔：记入案件，从发出之日起数天数。",
  "prepare.sentKeep": "记为已发出",
  "prepare.sentKept": "已记入案件。",

  "person.title": "文书中的您",
  "person.what":
    "通知书等草稿用到的姓名、证件和联系方式。只保存在本机，与证据分开；除了文书本身，不进任何导出，也不进设置文件。",
  "person.none": "没有保存。准备文书时可以选择保存。",
  "person.show": "查看保存的内容",
  "person.forget": "删除",
}
