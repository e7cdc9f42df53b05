import type { FilingWords } from "../../core/bundle/words.ts"
import type { Wrong } from "../../core/remarks.ts"

export const wrongsZh = {
  defamation: "诽谤、不实信息",
  insult: "侮辱",
  privacy: "泄露隐私",
  portrait: "使用肖像",
  impersonation: "冒用身份",
  threat: "威胁",
  other: "其他",
} as const satisfies Record<Wrong, string>

export const filingZh: FilingWords = {
  origin: "从证据包收到",
  cameIn: (item, bundle) =>
    `在证据包 ${bundle} 中的编号为 ${item}；该安装的日志、密钥和签名见 data/origins/${bundle}/。`,
  caseOf: "案件",
  caseNote: "编号由程序给出，名称由使用者自己取；归入哪个案件是使用者自己的整理，不在采集记录之内。",
  userSaid: "使用者的标注",
  wrong: wrong => wrongsZh[wrong],
  notesKept: (notes, complaints, path) =>
    `备注 ${String(notes)} 条，投诉记录 ${String(complaints)} 条；历次内容见 ${path}。`,
  userSaidNote: "类型、标签、备注和投诉记录是使用者自己写的，不是证据，也不是对内容的法律判断。",
  filesKept: (files, folder) => `所附文件 ${String(files)} 个，以各自的 SHA-256 为名，见 ${folder}。`,
  costs: "使用者自己列的费用",
  costsNote: "单位为元（人民币）。这是使用者自己的清单；对方是否应当承担，由法院判断。",
  costSum: "合计",
}
