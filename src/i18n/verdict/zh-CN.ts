import { DEVICE_KEY } from "../../core/verify/finding.ts"
import { length } from "../papers/clock-zh.ts"
import { otherTimeZh } from "./other-time.ts"
import type { VerdictWords } from "./words.ts"

const by = ({ authority, item }: { readonly authority: string; readonly item: string }): string => {
  if (item === DEVICE_KEY) return `设备签名公钥的时间戳（${authority}）`
  return item === "" ? `${authority} 的时间戳` : `${item} 的时间戳（${authority}）`
}

export const zhCN: VerdictWords = {
  verdicts: {
    "sealed-and-timestamped": {
      title: "与包内清单一致，并有时间戳。",
      meaning: "打包后文件未改动。对清单所加的第三方时间戳有效。",
    },
    "time-pending": {
      title: "与包内清单一致。时间尚未确认。",
      meaning: "没有文件与包内清单不符。已请求第三方时间戳，此处未能确认。",
    },
    "integrity-only": {
      title: "与包内清单一致。",
      meaning:
        "全部文件一致；采集记录首尾相连。整包没有第三方时间戳：只能确认「打包后未改动」，不能独立证明打包时间。",
    },
    damaged: {
      title: "有改动或已损坏。",
      meaning: "请勿使用这一份。不一致之处列在下面。请重新索取原文件。",
    },
    "cannot-tell": {
      title: "无法判断。",
      meaning: "这不是本扩展的证据包，或无法读取，或由更新的版本生成。",
    },
  },
  layers: {
    archive: "ZIP 文件",
    bag: "包的说明",
    "tag-files": "随附文件",
    files: "证据文件",
    missing: "缺少文件",
    extra: "多出文件",
    records: "采集记录",
    "log-chain": "保管日志",
    head: "日志末行",
    signature: "设备签名",
    time: "第三方时间戳",
    "inner-time": "单项和公钥的时间戳",
    bracket: "时间下界（公共随机数）",
    imports: "他处取得的文件",
    origins: "来自其他安装",
    "beside-time": "另附的时间戳",
    automation: "自动化采集",
  },
  outcomes: { pass: "通过", fail: "有问题", warn: "注意", none: "无", unknown: "未校验" },
  findings: {
    ...otherTimeZh,
    "not-reached": () => "未校验：无法作为证据包打开",

    "archive/read": ({ entries, bytes }) => `${String(entries)} 个文件，${String(bytes)} 字节`,
    "archive/fingerprint": ({ sha256 }) => `ZIP 的 SHA-256：${sha256}`,
    "archive/renamed": ({ expected }) => `文件已改名，生成时名为 ${expected}（不影响校验）`,
    "archive/empty": () => "文件是空的",
    "archive/unreadable": ({ reason }) => `无法读取文件：${reason}`,
    "archive/not-zip": () => "不是 ZIP 文件",
    "archive/age": () => "已用 age 加密",
    "archive/age-fingerprint": ({ sha256 }) => `加密文件的 SHA-256，不是其中 ZIP 的：${sha256}`,
    "archive/no-bag": () => "是 ZIP 文件，但其中没有固证的证据包",
    "archive/newer-format": ({ format }) => `版本过新：包的格式为 ${format}，本校验程序只认格式 1`,
    "archive/truncated": () => "ZIP 的末尾缺失：被截断，或没有复制完",
    "archive/prepended": () => "ZIP 之前有多余的字节",
    "archive/trailing": () => "ZIP 之后有多余的字节",
    "archive/end-record": () => "ZIP 的末尾记录与内容不符",
    "archive/directory": ({ reason }) => `ZIP 的目录不被接受：${reason}`,
    "archive/too-many-entries": ({ limit }) => `超过 ${String(limit)} 个条目`,
    "archive/item-too-large": ({ item, limit }) => `${item} 超过 ${String(limit)} 字节`,
    "archive/gap": ({ path }) => `${path} 处有不属于任何文件、或同属两个文件的字节`,
    "archive/header": ({ path }) => `${path} 的两处文件头互相矛盾`,
    "archive/metadata": ({ path }) => `${path} 不是普通文件，或由其他工具放入`,
    "archive/method": ({ path }) => `${path} 经过压缩；证据包内的文件应原样存放`,
    "archive/encrypted": ({ path }) => `${path} 已加密`,
    "archive/flags": ({ path }) => `${path} 带有格式不允许的 ZIP 标志`,
    "archive/folder-entry": ({ path }) => `有文件夹条目 ${path}，格式不允许`,
    "archive/name": ({ path }) => `名称 ${path} 不允许`,
    "archive/second-folder": ({ path }) => `${path} 不在包的文件夹内`,
    "archive/duplicate": ({ path }) => `${path} 出现两次`,
    "archive/letter-case": ({ path, other }) => `${path} 与 ${other} 只有大小写不同`,
    "archive/content": ({ path, reason }) => `${path} 与 ZIP 自身的校验值不符（${reason}）`,

    "bag/folder-name": ({ folder }) => `文件夹名 ${folder} 不合格式`,
    "bag/folder-id": ({ folder, id }) => `文件夹 ${folder} 不属于导出 ${id}`,
    "bag/declaration": () => "bagit.txt 不合格式",
    "bag/info-malformed": ({ line }) => `bag-info.txt 第 ${String(line)} 行无法读取`,
    "bag/field-missing": ({ field }) => `bag-info.txt 缺少 ${field}`,
    "bag/field-twice": ({ field }) => `bag-info.txt 中 ${field} 出现两次`,
    "bag/field-malformed": ({ field }) => `bag-info.txt 中 ${field} 不合格式`,
    "bag/payload-size": ({ declared, found }) =>
      `bag-info.txt 记为 ${declared}（字节数.文件数），实为 ${found}`,
    "bag/described": ({ id, format, software }) =>
      `导出 ${id}，格式 ${format}，据包内自述由 ${software} 生成`,

    "manifest/line": ({ path, line }) => `${path} 第 ${String(line)} 行无法读取`,
    "manifest/twice": ({ path, of }) => `${of} 两次列出 ${path}`,
    "manifest/outside": ({ path, of }) => `${of} 列出了不属于它的 ${path}`,
    "manifest/only-in": ({ path, of }) => `只有 ${of} 列出 ${path}`,
    "manifest/unreadable": ({ path, reason }) => `${path} 无法读取：${reason}`,

    "files/match": ({ count }) => `${String(count)} 个文件全部一致`,
    "files/changed": ({ path, algorithm }) => `有改动：${path}（${algorithm}）`,
    "files/sm3-not-checked": () => "以上按 SHA-256；按您的要求，未比对 SM3 值",
    "missing/none": () => "清单所列文件都在",
    "missing/file": ({ path }) => `清单中有、包里没有：${path}`,
    "extra/none": () => "没有清单之外的文件",
    "extra/file": ({ path }) => `包里有、清单中没有：${path}`,

    "records/match": ({ count }) => `${String(count)} 项与各自的记录和日志一致`,
    "records/case-malformed": ({ reason }) => `data/case.json 无法读取：${reason}`,
    "records/not-in-case": ({ item }) => `${item} 不在 data/case.json 中`,
    "records/no-folder": ({ item }) => `data/case.json 中有 ${item}，包里没有`,
    "records/no-record": ({ item }) => `${item} 没有 capture.json`,
    "records/malformed": ({ item, reason }) => `${item}：capture.json 无法读取：${reason}`,
    "records/other-item": ({ item, says }) => `${item}：其中的 capture.json 属于 ${says}`,
    "records/same-capture": ({ item, other }) => `${item} 与 ${other} 自称同一次采集`,
    "records/file-twice": ({ item, path }) => `${item}：capture.json 两次列出 ${path}`,
    "records/file-missing": ({ item, path }) => `${item}：capture.json 列出 ${path}，包里没有`,
    "records/file-differs": ({ item, path }) => `${item}：${path} 不是 capture.json 所列的文件`,
    "records/file-unlisted": ({ item, path }) => `${item}：${path} 不在 capture.json 中`,
    "records/not-listed-in-record": ({ item, path }) => `${item}：${path} 记为截图或长图，与文件列表不符`,
    "records/complete-with-gaps": ({ item }) => `${item}：capture.json 自称完整，却列有缺失`,
    "records/incomplete-without-gaps": ({ item }) => `${item}：capture.json 自称不完整，却没有列出缺失`,
    "records/not-in-log": ({ item }) => `${item}：保管日志中没有封存这份 capture.json 的一行`,
    "records/not-in-export": ({ item }) => `${item}：保管日志中的这次导出没有列出这次采集`,

    "log/unbroken": ({ lines }) => `${String(lines)} 行，首尾相连`,
    "log/missing": () => "缺少 data/custody.jsonl",
    "log/unreadable": ({ reason }) => `data/custody.jsonl 无法读取：${reason}`,
    "log/empty": () => "日志是空的",
    "log/no-newline": () => "最后一行没有换行符",
    "log/line": ({ line }) => `第 ${String(line)} 行不合格式`,
    "log/seq": ({ line }) => `第 ${String(line)} 行的序号不对`,
    "log/prev": ({ line }) => `第 ${String(line)} 行与前一行不相连`,
    "log/no-export": ({ id }) => `没有开始导出 ${id} 的一行`,

    "head/match": ({ head }) => `日志末行与包内所记一致：${head}`,
    "head/differs": ({ declared, found }) => `日志末行为 ${found}，bag-info.txt 记为 ${declared}`,
    "head/count": ({ declared, found }) => `日志有 ${String(found)} 行，bag-info.txt 记为 ${declared}`,

    "signature/valid": ({ key }) => `与包内公钥相符，公钥指纹 ${key}；请与另行收到的公钥指纹核对`,
    "signature/missing": ({ path }) => `缺少 ${path}`,
    "signature/key-malformed": () => "device-key.pub.pem 不是 P-256 公钥",
    "signature/key-differs": ({ declared, found }) => `包内公钥为 ${found}，bag-info.txt 记为 ${declared}`,
    "signature/malformed": () => "签名不是 DER 格式",
    "signature/invalid": () => "签名与随附文件清单不符",

    "time/none-requested": () => "没有请求",
    "time/no-inner": () => "没有",
    "time/none-beside": () => "没有另附",
    "time/no-stamp": ({ name, fault }) => `${name} 不是可读的时间戳（${fault}）`,
    "time/of-something-else": ({ name, at }) =>
      `${name}：${at} 的时间戳，但对应的不是本包，也不是包内任何一项`,
    "time/absent": stamp => `${by(stamp)}已请求，包内没有`,
    "time/half": stamp => `${by(stamp)}缺少请求或回复`,
    "time/unreadable": stamp => `${by(stamp)}无法读取：${stamp.reason}`,
    "time/invalid": stamp => `${by(stamp)}没有通过核对（${stamp.fault}）`,
    "time/not-verifiable": stamp =>
      `${by(stamp)}所载时间 ${stamp.at}；其签名算法无法在此校验（${stamp.reason}）`,
    "time/trusted": stamp =>
      `${by(stamp)}：${stamp.item === DEVICE_KEY ? "公钥" : ""}不晚于 ${stamp.at} 已经存在；签发者 ${stamp.signer}，根证书 ${stamp.root} 是您信任的`,
    "time/unknown-root": stamp =>
      `${by(stamp)}本身有效，所载时间 ${stamp.at}；签发者 ${stamp.signer}，上级到 ${stamp.top}，您没有把它列为信任`,
    "time/late": stamp =>
      `${by(stamp)}是在记录所写的采集结束时间之后 ${length(stamp.seconds)}才取得的：在那之前，它不能说明什么`,
    "time/before-end": stamp =>
      `${by(stamp)}比记录所写的采集结束时间早 ${length(stamp.seconds)}：采集所用电脑的时钟快了，或者两者有一个不对`,
    "time/chain-differs": ({ authority }) => `${authority} 时间戳旁的证书与时间戳里的不同`,

    "imports/none": () => "没有",
    "imports/no-list": ({ item }) => `${item}：import/ 中没有 imports.json`,
    "imports/malformed": ({ item, reason }) => `${item}：import/imports.json 无法读取：${reason}`,
    "imports/of-another": ({ item }) => `${item}：import/imports.json 对应的是另一份 capture.json`,
    "imports/unlisted": ({ item, path }) => `${item}：${path} 不在 imports.json 中`,
    "imports/missing": ({ item, path }) => `${item}：imports.json 列出 ${path}，包里没有`,
    "imports/differs": ({ item, path }) => `${item}：${path} 不是 imports.json 所列的文件`,
    "imports/ending": ({ item, path }) =>
      `${item}：${path} 的扩展名不对：.tst 是单独的时间戳令牌，.tsr 是整个回复`,
    "imports/not-looked-into": ({ item, path, name }) =>
      `${item}：${path}（原名 ${name}）由使用者附入，未核对内容`,
    "imports/of-something-else": ({ item, path, name }) =>
      `${item}：${path}（原名 ${name}）由使用者附入，是时间戳，但对应的不是这一项`,

    "origins/none": () => "各项均由本安装采集",
    "origins/holds": ({ bundle, device, lines }) =>
      `部分条目来自证据包 ${bundle}（设备 ${device}）：其保管日志共 ${String(lines)} 行，日志、密钥与签名均相符`,
    "origins/time": ({ bundle, authority, at }) =>
      `${authority}：时间戳 ${at}，对应证据包 ${bundle} 或其密钥`,
    "origins/broken": ({ bundle, what }) => `随附的证据包 ${bundle} 的日志、密钥或签名不相符（${what}）`,
    "origins/unnamed": ({ bundle }) => `没有条目来自证据包 ${bundle}，却附有它的文件`,
    "origins/missing": ({ item, bundle }) => `${item}：来自证据包 ${bundle}，但没有随附它的日志和签名`,
    "origins/not-sealed": ({ item, bundle }) =>
      `${item}：证据包 ${bundle} 的日志中，没有以此编号封存这份 capture.json 的一行`,
    "origins/not-received": ({ item, bundle }) => `${item}：日志中没有从证据包 ${bundle} 收到它的一行`,
    "origins/omitted": ({ item }) => `${item}：日志记载它来自其他安装，data/case.json 却没有写明`,

    "readings/malformed": ({ item, reason }) => `${item}：readings.jsonl 无法读取：${reason}`,
    "readings/of-another": ({ item }) => `${item}：readings.jsonl 对应的是另一份 capture.json`,
    "readings/unlisted": ({ item, path }) => `${item}：${path} 不在 readings.jsonl 中`,
    "readings/missing": ({ item, path }) => `${item}：readings.jsonl 写有 ${path}，包里没有`,
    "readings/differs": ({ item, path }) => `${item}：${path} 不是 readings.jsonl 所写的文件`,
    "corrections/malformed": ({ item, reason }) => `${item}：corrections.json 无法读取：${reason}`,
    "corrections/of-another": ({ item }) => `${item}：corrections.json 对应的是另一份 capture.json`,
    "notes/malformed": ({ item, reason }) => `${item}：notes.json 无法读取：${reason}`,
    "notes/of-another": ({ item }) => `${item}：notes.json 说的是另外的内容`,
    "attached/unlisted": ({ path }) => `${path}：备注、投诉记录和费用中都没有提到这个文件`,
    "attached/missing": ({ path }) => `使用者的记录提到了 ${path}，包里没有`,
    "attached/differs": ({ path }) => `${path} 与使用者记录中所载的不是同一个文件`,
    "notes/differs": ({ item, id }) => `${item}：备注 ${id} 有一个版本与所载的 SHA-256 不符`,

    "annotations/malformed": ({ item, reason }) => `${item}：annotations.json 无法读取：${reason}`,
    "annotations/of-another": ({ item }) => `${item}：annotations.json 对应的是另一份 capture.json`,
    "annotations/picture": ({ item, path }) =>
      `${item}：annotations.json 标注了 ${path}，但采集记录中没有这一 SHA-256 的该图片`,

    "redacted/malformed": ({ item, reason }) => `${item}：redacted/redactions.json 无法读取：${reason}`,
    "redacted/of-another": ({ item }) => `${item}：redacted/redactions.json 对应的是另一份 capture.json`,
    "redacted/unlisted": ({ item, path }) => `${item}：${path} 不在 redacted/redactions.json 中`,
    "redacted/missing": ({ item, path }) => `${item}：redacted/redactions.json 写有 ${path}，包里没有`,
    "redacted/differs": ({ item, path }) => `${item}：${path} 不是 redacted/redactions.json 所写的文件`,
    "redacted/original": ({ item, path }) => `${item}：${path} 注明为遮挡副本，但其原件不在采集记录中`,

    "chat/malformed": ({ item, reason }) => `${item}：聊天文字记录无法读取：${reason}`,
    "chat/differs": ({ item, what }) => `${item}：chat.json 与 capture.json 对聊天的记载不一致（${what}）`,
    "chat/place": ({ item, n, path }) => `${item}：第 ${n} 条消息在 ${path} 中的位置，不在记录所列的画面之内`,
    "imported/malformed": ({ item, reason }) => `${item}：记录中关于导入文件的内容与文件不符：${reason}`,
    "imported/as-captured": ({ item }) => `${item}：把导入的文件写成了由本工具采集的内容`,
    "recording/malformed": ({ item, reason }) => `${item}：录像的分段记录无法读取：${reason}`,
    "recording/differs": ({ item, path }) => `${item}：${path} 不是由 recording/chunks.jsonl 所写的各段组成`,
    "recording/view-unlabelled": ({ item, path }) =>
      `${item}：${path} 是观看副本，采集记录却没有注明它由录像原件生成`,
    "recording/view-differs": ({ item, path }) => `${item}：${path} 的画面、声音或时间与录像原件不一致`,
    "recording/view-malformed": ({ item, reason }) => `${item}：观看副本无法与录像原件比对：${reason}`,

    "procedure/malformed": ({ item, reason }) => `${item}：过程记录无法读取：${reason}`,
    "procedure/picture": ({ item, path }) => `${item}：${path} 不是 recording/procedure.jsonl 所写的截图`,
    "procedure/differs": ({ item }) => `${item}：采集记录所写的过程与 recording/procedure.jsonl 不一致`,

    "self-check/malformed": ({ item, reason }) => `${item}：环境自检记录无法读取：${reason}`,
    "self-check/output": ({ item, path }) => `${item}：${path} 不是环境自检记录所写的文件`,

    "automation/no": () => "据各项记录，没有",
    "automation/yes": ({ item }) => `${item} 为自动化环境采集`,
    "automation/unknown": ({ item }) => `${item} 不能确定是否由人操作采集`,
  },
  line: (head, text) => `${head}：${text}`,
  more: count => `……另有 ${String(count)} 条（--json 可全部列出）`,
  encrypted: "此文件已用 age 加密。请先解密（age -d -o 文件.zip 文件.zip.age），再校验解密得到的 ZIP。",
  withoutSm3: "按您的要求未校验 SM3：没有比对包内列出的 SM3 值，只比对了 SHA-256。",
  automated: "自动化环境采集：浏览器由程序操作，不是由人操作。",
  automationUnknown: "不能确定浏览器由人操作还是由程序操作。",
  fingerprintTitle: "本 ZIP 的 SHA-256（64 位）",
  fingerprintUse: "请与另行收到的指纹逐位核对，64 位都要相同。",
  limitsTitle: "不能证明的事",
  limits: [
    "这不能排除整包被重新制作；请与另行收到的 ZIP 指纹（64 位）核对。",
    "校验只回答「文件是否改动」，不判断内容真假，也不代表法院一定采信。",
    "采集由申请人在自己的浏览器中进行。它不能单独证明：页面内容属实、账号背后的真实身份、采集时的设备未被操纵。",
  ],
  usage:
    "用法：npm run verify -- 文件.zip [--lang zh|en] [--json] [--no-sm3] [--roots FILE.pem] [--stamp FILE.tsr …]",
}
