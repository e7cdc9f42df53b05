/** What the verifier says of the custody log: of its lines, and of what they tell beside what is in the bundle. */
import { DEVICE_KEY, type FindingCode } from "../../core/verify/finding.ts"
import { length as lengthEn } from "../papers/clock-en.ts"
import { length as lengthZh } from "../papers/clock-zh.ts"
import type { VerdictWords } from "./words.ts"

type Code = Extract<FindingCode, `log/${string}` | `history/${string}` | "records/empty">
type Words = Pick<VerdictWords["findings"], Code>

const LATER_ZH: Readonly<Record<string, string>> = {
  readings: "再次读取",
  corrections: "更正",
  annotations: "图上标注",
  redactions: "遮盖副本",
  imports: "他处取得的文件",
}

const subjectZh = (item: string): string => (item === DEVICE_KEY ? "设备公钥" : item)

export const logZh: Words = {
  "log/unbroken": ({ lines }) => `${String(lines)} 行，首尾相连`,
  "log/missing": () => "缺少 data/custody.jsonl",
  "log/unreadable": ({ reason }) => `data/custody.jsonl 无法读取：${reason}`,
  "log/empty": () => "日志是空的",
  "log/no-newline": () => "最后一行没有换行符",
  "log/line": ({ line }) => `第 ${String(line)} 行不合格式`,
  "log/seq": ({ line }) => `第 ${String(line)} 行的序号不对`,
  "log/prev": ({ line }) => `第 ${String(line)} 行与前一行不相连`,
  "log/no-export": ({ id }) => `没有开始导出 ${id} 的一行`,

  "records/empty": () => "包内没有任何条目；本工具不会导出没有条目的包",

  "history/agrees": ({ captures }) => `日志述及 ${String(captures)} 次采集，与包内所有相符`,
  "history/not-followed": () => "日志的链已断，其内容未与本包核对",
  "history/lacking": ({ line }) => `第 ${String(line)} 行缺少这类事件必有的内容`,
  "history/out-of-turn": ({ line }) => `第 ${String(line)} 行所述之事，按其前各行不可能发生`,
  "history/backwards": ({ line, seconds, count }) =>
    `第 ${String(line)} 行的时间比前一行早 ${lengthZh(seconds)}${count > 1 ? `，这样的行共 ${String(count)} 处` : ""}：本机时钟被往回调过，或者这些行不是依次写下的`,
  "history/export-twice": ({ line }) => `第 ${String(line)} 行再次开始同一次导出`,
  "history/export-ended": ({ line }) => `第 ${String(line)} 行称这次导出已经结束；本包的日志里不可能有这一行`,
  "history/after-export": ({ line }) => `本包的日志应当止于这次导出的开始，却还有第 ${String(line)} 行`,
  "history/no-key": () => "日志里没有安装或生成设备密钥的记录，无从核对签名的密钥是不是这份日志所属的设备",
  "history/other-key": ({ declared, found }) => `日志所记的设备密钥是 ${declared}，签署本包的却是 ${found}`,
  "history/not-here": ({ item }) => `${item}：这次导出列有此项，包内没有，data/case.json 也没有说明未纳入`,
  "history/not-started": ({ item }) => `${item}：日志里没有开始这次采集的一行`,
  "history/other-number": ({ item, says }) => `${item}：日志给它的编号是 ${says}`,
  "history/other-kind": ({ item }) => `${item}：日志与记录对它是采集所得还是由文件导入，说法不一`,
  "history/interrupted": ({ item }) => `${item}：日志称采集中断，记录却称完整`,
  "history/deleted": ({ item, line }) => `${item}：第 ${String(line)} 行称导出之前已将它彻底删除`,
  "history/trashed": ({ item, line }) =>
    `${item}：第 ${String(line)} 行将它移入回收站，导出之前没有移出的记录`,
  "history/damaged": ({ item, line }) =>
    `${item}：第 ${String(line)} 行的检查称它的文件已损坏；包内文件与其记录相符`,
  "history/stamp-gone": ({ authority, item, at }) =>
    `${subjectZh(item)}：日志称 ${at} 收到 ${authority} 的时间证明，包内没有`,
  "history/stamp-other": ({ authority, item, at }) =>
    `${subjectZh(item)}：包内 ${authority} 的时间戳不是日志所记（${at} 收到）的那一份`,
  "history/stamp-elsewhere": ({ authority, item, at }) =>
    `${subjectZh(item)}：日志所记 ${authority} 的时间证明（${at} 收到）对应的是另一份文件`,
  "history/unlogged": ({ item, what, found, lines }) =>
    `${item}：${LATER_ZH[what] ?? what}共 ${String(found)} 份，日志只有 ${String(lines)} 行，或者时间对不上：有的没有记入日志`,
  "history/not-kept": ({ item, what, found, lines }) =>
    `${item}：日志记有 ${String(lines)} 次${LATER_ZH[what] ?? what}，包内有 ${String(found)} 份，或者时间对不上：有的不在包内`,
  "history/marks-left-out": ({ item, lines }) =>
    `${item}：日志另记有 ${String(lines)} 次图上标注，不在包内；导出时可以选择不带标注`,
}

const LATER_EN: Readonly<Record<string, string>> = {
  readings: "later readings",
  corrections: "corrections",
  annotations: "marks on pictures",
  redactions: "redacted copies",
  imports: "files from elsewhere",
}

const subjectEn = (item: string): string => (item === DEVICE_KEY ? "the device's public key" : item)

export const logEn: Words = {
  "log/unbroken": ({ lines }) => `${String(lines)} lines, each names the one before`,
  "log/missing": () => "data/custody.jsonl is missing",
  "log/unreadable": ({ reason }) => `data/custody.jsonl cannot be read: ${reason}`,
  "log/empty": () => "the log is empty",
  "log/no-newline": () => "the last line does not end with a newline",
  "log/line": ({ line }) => `line ${String(line)} is not in the form of the format`,
  "log/seq": ({ line }) => `line ${String(line)} has another number`,
  "log/prev": ({ line }) => `line ${String(line)} does not name the line before it`,
  "log/no-export": ({ id }) => `no line starts the export ${id}`,

  "records/empty": () => "there is no item in the bundle; this tool exports none without any",

  "history/agrees": ({ captures }) =>
    `the log tells of ${String(captures)} captures, and agrees with what is in the bundle`,
  "history/not-followed": () => "the log's chain is broken, so what it tells was not held against the bundle",
  "history/lacking": ({ line }) => `line ${String(line)} lacks what a line of its kind always says`,
  "history/out-of-turn": ({ line }) =>
    `line ${String(line)} tells what cannot have happened after the lines before it`,
  "history/backwards": ({ line, seconds, count }) =>
    `line ${String(line)} is dated ${lengthEn(seconds)} before the line above it${count > 1 ? ` (one of ${String(count)} such lines)` : ""}: the computer's clock was set back, or the lines were not written one after another`,
  "history/export-twice": ({ line }) => `line ${String(line)} begins the same export once more`,
  "history/export-ended": ({ line }) =>
    `line ${String(line)} says that this export has ended, which this bundle's own log cannot know`,
  "history/after-export": ({ line }) =>
    `the log should end where this export begins, and goes on with line ${String(line)}`,
  "history/no-key": () =>
    "the log does not say that the tool was installed, or that its key was made: whether the key that signs is that of this log cannot be told",
  "history/other-key": ({ declared, found }) =>
    `the key of the device is ${declared} by the log, and the bundle is signed by ${found}`,
  "history/not-here": ({ item }) =>
    `${item}: the export names it, and it is neither in the bundle nor left out by data/case.json`,
  "history/not-started": ({ item }) => `${item}: no line of the log begins this capture`,
  "history/other-number": ({ item, says }) => `${item}: the log gives it the number ${says}`,
  "history/other-kind": ({ item }) =>
    `${item}: the log and the record differ on whether it was captured or brought in as a file`,
  "history/interrupted": ({ item }) =>
    `${item}: the log says that the capture was interrupted, the record that it is complete`,
  "history/deleted": ({ item, line }) =>
    `${item}: line ${String(line)} deleted it for good before the export began`,
  "history/trashed": ({ item, line }) =>
    `${item}: line ${String(line)} put it in the trash, and no line before the export took it out`,
  "history/damaged": ({ item, line }) =>
    `${item}: the check in line ${String(line)} found a file of it damaged; the files in the bundle match its record`,
  "history/stamp-gone": ({ authority, item, at }) =>
    `${subjectEn(item)}: the log says that proof of time by ${authority} was received at ${at}; it is not in the bundle`,
  "history/stamp-other": ({ authority, item, at }) =>
    `${subjectEn(item)}: the time stamp by ${authority} in the bundle is not the one that the log has as received at ${at}`,
  "history/stamp-elsewhere": ({ authority, item, at }) =>
    `${subjectEn(item)}: the proof of time by ${authority} that the log has as received at ${at} is over another file`,
  "history/unlogged": ({ item, what, found, lines }) =>
    `${item}: ${LATER_EN[what] ?? what}: ${String(found)} in the bundle, ${String(lines)} in the log, or at other times: some have no line in the log`,
  "history/not-kept": ({ item, what, found, lines }) =>
    `${item}: ${LATER_EN[what] ?? what}: ${String(lines)} in the log, ${String(found)} in the bundle, or at other times: some are not in the bundle`,
  "history/marks-left-out": ({ item, lines }) =>
    `${item}: marks on pictures, ${String(lines)} more by the log, are not in the bundle; an export may leave them out`,
}
