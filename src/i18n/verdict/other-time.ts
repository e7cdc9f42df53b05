/** What the verifier says of times that no authority states: OpenTimestamps proofs, and public random numbers in records. The words of the bracket are those of decisions.md. */
import type { FindingCode } from "../../core/verify/finding.ts"
import type { VerdictWords } from "./words.ts"

type Code = Extract<FindingCode, `bracket/${string}` | `ots/${string}`>
type Words = Pick<VerdictWords["findings"], Code>

/** 条目，空的是整包。 */
const ofItemZh = (item: string): string => (item === "" ? "整包的 " : `${item} 的 `)

export const otherTimeZh: Words = {
  "ots/invalid": ({ item, reason }) => `${ofItemZh(item)}OpenTimestamps 证明无法解析：${reason}`,
  "ots/other-file": ({ item }) => `${ofItemZh(item)}OpenTimestamps 证明对应的是另一个文件`,
  "ots/something-else": ({ name }) => `${name}：OpenTimestamps 证明，但对应的不是本包，也不是包内任何一项`,
  "ots/nothing": ({ item }) => `${ofItemZh(item)}OpenTimestamps 证明没有指向任何可识别的内容`,
  "ots/pending": ({ item, calendars }) =>
    `${ofItemZh(item)}OpenTimestamps 只有 ${calendars} 的承诺，还不是时间的证明`,
  "ots/block": ({ item, height, merkleRoot }) =>
    `${ofItemZh(item)}OpenTimestamps 证明指向比特币第 ${String(height)} 号区块；本校验程序没有区块数据：该区块的 Merkle 根是 ${merkleRoot} 时才成立`,

  "bracket/none": () => "没有",
  "bracket/too-many": ({ items }) => `另有 ${String(items)} 项的公共随机数未核对：数量太多`,
  "bracket/between": ({ item, round, after, before }) =>
    `${item}：本记录在 ${after}（drand 第 ${String(round)} 轮，签名有效）之后、${before}（第三方时间戳）之前形成；画面是否在此期间截取，取决于采集工具，时间戳不能单独证明`,
  "bracket/after": ({ item, round, after }) =>
    `${item}：本记录在 ${after}（drand 第 ${String(round)} 轮，签名有效）之后形成；画面是否在此之后截取，取决于采集工具`,
  "bracket/false": ({ item, round }) =>
    `${item}：记录里的公共随机数（第 ${String(round)} 轮）不是 drand 签发的，对时间没有任何说明`,
  "bracket/about": ({ item, round, after, before }) =>
    `${item}：记录里的 drand 第 ${String(round)} 轮公布于 ${after}，比记录的时间戳 ${before} 晚不到一分钟：两处的时钟不是同一个，只能说本记录在这前后形成`,
  "bracket/later-than-stamp": ({ item, round, after, before }) =>
    `${item}：记录里的 drand 第 ${String(round)} 轮公布于 ${after}，晚于记录的时间戳 ${before}；两者至少有一个不对`,
  "bracket/other-chain": ({ item, chain }) => `${item}：公共随机数出自本校验程序不认识的链 ${chain}，未核对`,
  "bracket/not-checked": ({ item, at }) =>
    `${item}：记录里有 NIST 随机信标的一个脉冲，自称公布于 ${at}；本校验程序不核对它的签名`,
  "bracket/missing": ({ item, source }) => `${item}：请求过公共随机数（${source}），采集结束前没有取得`,
  "bracket/malformed": ({ item, reason }) => `${item}：记录里的公共随机数无法读取：${reason}`,
}

const ofItemEn = (item: string): string => (item === "" ? "" : ` of ${item}`)

export const otherTimeEn: Words = {
  "ots/invalid": ({ item, reason }) =>
    `the OpenTimestamps proof${ofItemEn(item)} cannot be followed: ${reason}`,
  "ots/other-file": ({ item }) => `the OpenTimestamps proof${ofItemEn(item)} is over another file`,
  "ots/something-else": ({ name }) =>
    `${name}: an OpenTimestamps proof over something else, neither this bundle nor an item in it`,
  "ots/nothing": ({ item }) =>
    `the OpenTimestamps proof${ofItemEn(item)} leads to nothing that is known here`,
  "ots/pending": ({ item, calendars }) =>
    `the OpenTimestamps proof${ofItemEn(item)} is a promise of ${calendars}, and not yet proof of a time`,
  "ots/block": ({ item, height, merkleRoot }) =>
    `the OpenTimestamps proof${ofItemEn(item)} leads to Bitcoin block ${String(height)}; this verifier has no blocks: it holds if that block's Merkle root is ${merkleRoot}`,

  "bracket/none": () => "there is none",
  "bracket/too-many": ({ items }) =>
    `the public random numbers of ${String(items)} further items were not checked: there are too many`,
  "bracket/between": ({ item, round, after, before }) =>
    `${item}: this record came to be after ${after} (round ${String(round)} of drand, whose signature holds) and before ${before} (a trusted time stamp); whether the picture was taken between the two rests on the capturing tool, and time stamps alone cannot prove it`,
  "bracket/after": ({ item, round, after }) =>
    `${item}: this record came to be after ${after} (round ${String(round)} of drand, whose signature holds); whether the picture was taken after that rests on the capturing tool`,
  "bracket/false": ({ item, round }) =>
    `${item}: the public random number in the record (round ${String(round)}) is not drand's, and says nothing about time`,
  "bracket/about": ({ item, round, after, before }) =>
    `${item}: its record has round ${String(round)} of drand, published at ${after}, less than a minute after its time stamp's ${before}: the two clocks are not one, so the record came to be about then, and no more can be said`,
  "bracket/later-than-stamp": ({ item, round, after, before }) =>
    `${item}: round ${String(round)} of drand in the record was published at ${after}, later than the record's time stamp ${before}; one of the two at least is wrong`,
  "bracket/other-chain": ({ item, chain }) =>
    `${item}: the public random number is of a chain that this verifier does not know, ${chain}, and was not checked`,
  "bracket/not-checked": ({ item, at }) =>
    `${item}: the record has a pulse of NIST's randomness beacon that says it was published at ${at}; this verifier does not check its signature`,
  "bracket/missing": ({ item, source }) =>
    `${item}: a public random number (${source}) was asked for, and did not come before the capture ended`,
  "bracket/malformed": ({ item, reason }) =>
    `${item}: the public random number in the record cannot be read: ${reason}`,
}
