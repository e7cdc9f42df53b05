/**
 * The sentences of law that screens and papers may print, in one place. Each was
 * read in a source that law.md marks as verified; what it marks otherwise stands
 * nowhere here. Nothing is printed as a translation: who reads another language
 * is told what it is about, and gets the Chinese words.
 */
import type { InBoth, LawName } from "./laws.ts"

export interface Provision {
  readonly law: LawName
  readonly article: InBoth
  /**
   * Word for word, “…” wherever words of a sentence were left out: in its middle, and where the quotation begins or ends
   * inside one. Null where the article was read, and law.md quotes nothing of it.
   */
  readonly text: string | null
  /** What an article without a text is about. */
  readonly about?: InBoth
  /** Where it is marked as verified. */
  readonly guide: `law.md §${string}`
}

/** An article as a whole, or a part of it: "第一百九十五条", "art. 195". */
const article = (zh: string, en: string): InBoth => ({ zh, en: `art. ${en}` })

export const provisions = {
  reputation: {
    law: "civilCode",
    article: article("第一千零二十四条", "1024"),
    text: "民事主体享有名誉权。任何组织或者个人不得以侮辱、诽谤等方式侵害他人的名誉权。",
    guide: "law.md §1.5",
  },
  notice: {
    law: "civilCode",
    article: article("第一千一百九十五条", "1195"),
    text: "…权利人有权通知网络服务提供者采取删除、屏蔽、断开链接等必要措施。通知应当包括构成侵权的初步证据及权利人的真实身份信息。网络服务提供者接到通知后，应当及时将该通知转送相关网络用户，并根据构成侵权的初步证据和服务类型采取必要措施；未及时采取必要措施的，对损害的扩大部分与该网络用户承担连带责任。权利人因错误通知造成网络用户或者网络服务提供者损害的，应当承担侵权责任。法律另有规定的，依照其规定。",
    guide: "law.md §1.5",
  },
  statement: {
    law: "civilCode",
    article: article("第一千一百九十六条", "1196"),
    text: "…在转送声明到达权利人后的合理期限内，未收到权利人已经投诉或者提起诉讼通知的，应当及时终止所采取的措施。",
    guide: "law.md §1.5",
  },
  injunction: {
    law: "civilCode",
    article: article("第九百九十七条", "997"),
    text: "民事主体有证据证明行为人正在实施或者即将实施侵害其人格权的违法行为，不及时制止将使其合法权益受到难以弥补的损害的，有权依法向人民法院申请采取责令行为人停止有关行为的措施。",
    guide: "law.md §1.5",
  },
  redress: {
    law: "civilCode",
    article: article("第一千条", "1000"),
    text: "行为人因侵害人格权承担消除影响、恢复名誉、赔礼道歉等民事责任的，应当与行为的具体方式和造成的影响范围相当。",
    guide: "law.md §1.5",
  },
  mentalHarm: {
    law: "civilCode",
    article: article("第一千一百八十三条", "1183"),
    text: "侵害自然人人身权益造成严重精神损害的，被侵权人有权请求精神损害赔偿。",
    guide: "law.md §1.5",
  },
  limitation: {
    law: "civilCode",
    article: article("第一百八十八条", "188"),
    text: "向人民法院请求保护民事权利的诉讼时效期间为三年。法律另有规定的，依照其规定。诉讼时效期间自权利人知道或者应当知道权利受到损害以及义务人之日起计算。",
    guide: "law.md §1.5",
  },
  noLimitation: {
    law: "civilCode",
    article: article("第九百九十五条", "995"),
    text: "受害人的停止侵害、排除妨碍、消除危险、消除影响、恢复名誉、赔礼道歉请求权，不适用诉讼时效的规定。",
    guide: "law.md §1.5",
  },
  disclosure: {
    law: "networkRights",
    article: article("第三条", "3"),
    text: "原告起诉网络服务提供者，网络服务提供者以涉嫌侵权的信息系网络用户发布为由抗辩的，人民法院可以根据原告的请求及案件的具体情况，责令网络服务提供者向人民法院提供能够确定涉嫌侵权的网络用户的姓名（名称）、联系方式、网络地址等信息。",
    guide: "law.md §1.6",
  },
  costs: {
    law: "networkRights",
    article: article("第十二条", "12"),
    text: "合理开支包括被侵权人或者委托代理人对侵权行为进行调查、取证的合理费用。",
    guide: "law.md §1.6",
  },
  suit: {
    law: "civilProcedure",
    article: article("第一百二十二条", "122"),
    text: "起诉必须符合下列条件：…（二）有明确的被告；（三）有具体的诉讼请求和事实、理由；…",
    guide: "law.md §3.3",
  },
  complaintOfSuit: {
    law: "civilProcedure",
    article: article("第一百二十四条", "124"),
    text: "起诉状应当记明下列事项：…（三）诉讼请求和所根据的事实与理由；（四）证据和证据来源，证人姓名和住所。",
    guide: "law.md §3.3",
  },
  venue: {
    law: "civilProcedure",
    article: article("第二十九条", "29"),
    text: "因侵权行为提起的诉讼，由侵权行为地或者被告住所地人民法院管辖。",
    guide: "law.md §3.3",
  },
  venueAtHome: {
    law: "civilProcedureReading",
    article: article("第二十五条", "25"),
    text: "…侵权结果发生地包括被侵权人住所地。",
    guide: "law.md §2.1",
  },
  original: {
    law: "civilEvidence",
    article: article("第十五条", "15"),
    text: "当事人以电子数据作为证据的，应当提供原件。电子数据的制作者制作的与原件一致的副本，或者直接来源于电子数据的打印件或其他可以显示、识别的输出介质，视为电子数据的原件。",
    guide: "law.md §2.1",
  },
  notarisedData: {
    law: "civilEvidence",
    article: article("第九十四条", "94"),
    text: "电子数据的内容经公证机关公证的，人民法院应当确认其真实性，但有相反证据足以推翻的除外。",
    guide: "law.md §2.1",
  },
  preservation: {
    law: "civilProcedure",
    article: article("第八十四条", "84"),
    text: "因情况紧急，在证据可能灭失或者以后难以取得的情况下，利害关系人可以在提起诉讼或者申请仲裁前向证据所在地、被申请人住所地或者对案件有管辖权的人民法院申请保全证据。",
    guide: "law.md §2.1",
  },
  punishment: {
    law: "publicSecurity",
    article: article("第五十条", "50"),
    text: "有下列行为之一的，处五日以下拘留或者一千元以下罚款；情节较重的，处五日以上十日以下拘留，可以并处一千元以下罚款：…（二）公然侮辱他人或者捏造事实诽谤他人的；…",
    guide: "law.md §1.4",
  },
  policeAnswer: {
    law: "publicSecurity",
    article: article("第九十条", "90"),
    text: "公安机关对报案、控告、举报…应当立即立案并进行调查；认为不属于违反治安管理行为的，应当告知…并说明理由。",
    guide: "law.md §1.4",
  },
  policeTerm: {
    law: "publicSecurity",
    article: article("第一百一十八条", "118"),
    text: null,
    about: { zh: "办案期限", en: "the time for dealing with the case" },
    guide: "law.md §1.4",
  },
  noForging: {
    law: "publicSecurity",
    article: article("第七十二条第（二）项", "72 (2)"),
    text: "…伪造、隐匿、毁灭证据或者提供虚假证言、谎报案情…",
    guide: "law.md §1.4",
  },
  defamation: {
    law: "criminal",
    article: article("第二百四十六条", "246"),
    text: "以暴力或者其他方法公然侮辱他人或者捏造事实诽谤他人，情节严重的，处三年以下有期徒刑、拘役、管制或者剥夺政治权利。前款罪，告诉的才处理，但是严重危害社会秩序和国家利益的除外。通过信息网络实施第一款规定的行为，被害人向人民法院告诉，但提供证据确有困难的，人民法院可以要求公安机关提供协助。",
    guide: "law.md §1.1",
  },
  prosecutionTerm: {
    law: "criminal",
    article: article("第八十七条第（一）项", "87 (1)"),
    text: "…法定最高刑为不满五年有期徒刑的，经过五年…",
    guide: "law.md §1.1",
  },
  prosecutionTermBegin: {
    law: "criminal",
    article: article("第八十九条", "89"),
    text: null,
    about: { zh: "追诉期限从何时起算", en: "from when that period runs" },
    guide: "law.md §1.1",
  },
  spread: {
    law: "networkDefamation",
    article: article("第二条第（一）项", "2 (1)"),
    text: "…同一诽谤信息实际被点击、浏览次数达到五千次以上，或者被转发次数达到五百次以上的…",
    guide: "law.md §1.2",
  },
  spreadOfYear: {
    law: "networkDefamation",
    article: article("第四条", "4"),
    text: "一年内多次实施利用信息网络诽谤他人行为未经处理，诽谤信息实际被点击、浏览、转发次数累计计算构成犯罪的，应当依法定罪处罚。",
    guide: "law.md §1.2",
  },
  burden: {
    law: "criminalProcedure",
    article: article("第五十一条", "51"),
    text: "…自诉案件中被告人有罪的举证责任由自诉人承担。",
    guide: "law.md §2.5",
  },
  privateCase: {
    law: "criminalProcedureReading",
    article: article("第三百一十六条", "316"),
    text: "…明确的被告人、具体的诉讼请求和证明被告人犯罪事实的证据…",
    guide: "law.md §2.5",
  },
  privateCharge: {
    law: "criminalProcedureReading",
    article: article("第三百一十九条", "319"),
    text: null,
    about: { zh: "自诉状应当写明的内容", en: "what a private charge must say" },
    guide: "law.md §2.5",
  },
  policeHelp: {
    law: "criminalProcedureReading",
    article: article("第三百二十五条", "325"),
    text: null,
    about: { zh: "请求公安机关协助", en: "asking for the help of the police" },
    guide: "law.md §2.5",
  },
  notaryMatter: {
    law: "notaries",
    article: article("第十一条第（九）项", "11 (9)"),
    text: "根据自然人、法人或者其他组织的申请，公证机构办理下列公证事项：…（九）保全证据；…",
    guide: "law.md §2.6",
  },
  notaryPlace: {
    law: "notaries",
    article: article("第二十五条", "25"),
    text: "自然人、法人或者其他组织申请办理公证，可以向住所地、经常居住地、行为地或者事实发生地的公证机构提出。",
    guide: "law.md §2.6",
  },
  notaryTruth: {
    law: "notaries",
    article: article("第二十七条", "27"),
    text: "申请办理公证的当事人应当向公证机构如实说明申请公证的事项的有关情况，提供真实、合法、充分的证明材料；提供的证明材料不充分的，公证机构可以要求补充。",
    guide: "law.md §2.6",
  },
  notaryTerm: {
    law: "notaries",
    article: article("第三十条", "30"),
    text: "公证机构经审查，认为申请提供的证明材料真实、合法、充分，申请公证的事项真实、合法的，应当自受理公证申请之日起十五个工作日内向当事人出具公证书。但是，因不可抗力、补充证明材料或者需要核实有关情况的，所需时间不计算在期限内。",
    guide: "law.md §2.6",
  },
  notaryRefusal: {
    law: "notaries",
    article: article("第三十一条", "31"),
    text: "有下列情形之一的，公证机构不予办理公证：…（二）当事人与申请公证的事项没有利害关系的；…（五）当事人虚构、隐瞒事实，或者提供虚假证明材料的；…",
    guide: "law.md §2.6",
  },
  contentRecord: {
    law: "internetServices",
    article: article("第十四条", "14"),
    text: "从事新闻、出版以及电子公告等服务项目的互联网信息服务提供者，应当记录提供的信息内容及其发布时间、互联网地址或者域名；…互联网信息服务提供者和互联网接入服务提供者的记录备份应当保存60日，并在国家有关机关依法查询时，予以提供。",
    guide: "law.md §1.7",
  },
  networkLog: {
    law: "cybersecurity",
    article: article("第二十三条", "23"),
    text: "…网络日志不少于六个月…",
    guide: "law.md §1.7",
  },
} as const satisfies Readonly<Record<string, Provision>>

export type ProvisionName = keyof typeof provisions

/** The two numbers of `spread`: set beside what pages show, and never compared with it for the reader. */
export const spreadNumbers = { views: 5_000, reposts: 500 } as const
