/** What the verifier says of RFC 3161 time stamps. */
import { DEVICE_KEY, type FindingCode } from "../../core/verify/finding.ts"
import type { RecordFacts } from "../../core/verify/finding-facts-record.ts"
import { length as lengthEn } from "../papers/clock-en.ts"
import { length as lengthZh } from "../papers/clock-zh.ts"
import type { VerdictWords } from "./words.ts"

type Words = Pick<
  VerdictWords["findings"],
  Exclude<Extract<FindingCode, `time/${string}`>, keyof RecordFacts>
>

const byZh = ({ authority, item }: { readonly authority: string; readonly item: string }): string => {
  if (item === DEVICE_KEY) return `设备签名公钥的时间戳（${authority}）`
  return item === "" ? `${authority} 的时间戳` : `${item} 的时间戳（${authority}）`
}

export const timeZh: Words = {
  "time/none-requested": () => "没有请求",
  "time/no-inner": () => "没有",
  "time/none-beside": () => "没有另附",
  "time/no-stamp": ({ name, fault }) => `${name} 不是可读的时间戳（${fault}）`,
  "time/of-something-else": ({ name, at }) => `${name}：${at} 的时间戳，但对应的不是本包，也不是包内任何一项`,
  "time/absent": stamp => `${byZh(stamp)}已请求，包内没有`,
  "time/half": stamp => `${byZh(stamp)}缺少请求或回复`,
  "time/unreadable": stamp => `${byZh(stamp)}无法读取：${stamp.reason}`,
  "time/invalid": stamp => `${byZh(stamp)}没有通过核对（${stamp.fault}）`,
  "time/not-verifiable": stamp =>
    `${byZh(stamp)}所载时间 ${stamp.at}；其签名算法无法在此校验（${stamp.reason}）`,
  "time/trusted": stamp =>
    `${byZh(stamp)}：${stamp.item === DEVICE_KEY ? "公钥" : ""}不晚于 ${stamp.at} 已经存在；签发者 ${stamp.signer}，根证书 ${stamp.root} 是您信任的`,
  "time/unknown-root": stamp =>
    `${byZh(stamp)}本身有效，所载时间 ${stamp.at}；签发者 ${stamp.signer}，上级到 ${stamp.top}，您没有把它列为信任`,
  "time/bare": stamp => `${byZh(stamp)}只是单独的时间戳令牌，不是机构的整个回复`,
  "time/no-nonce": stamp => `${byZh(stamp)}：请求里没有随机数，无法确认这是对这次请求的回复`,
  "time/same-reply": ({ authority, other }) =>
    `${authority} 与 ${other} 的时间戳是同一个回复，不是两家机构的`,
  "time/late": stamp =>
    `${byZh(stamp)}是在记录所写的采集结束时间之后 ${lengthZh(stamp.seconds)}才取得的：在那之前，它不能说明什么`,
  "time/before-end": stamp =>
    `${byZh(stamp)}比记录所写的采集结束时间早 ${lengthZh(stamp.seconds)}：采集所用电脑的时钟快了，或者两者有一个不对`,
  "time/chain-differs": ({ authority }) => `${authority} 时间戳旁的证书与时间戳里的不同`,
}

const byEn = ({ authority, item }: { readonly authority: string; readonly item: string }): string => {
  if (item === DEVICE_KEY) return `the device's public key: the time stamp by ${authority}`
  return item === "" ? `the time stamp by ${authority}` : `${item}: the time stamp by ${authority}`
}

export const timeEn: Words = {
  "time/bare": stamp => `${byEn(stamp)} is a token alone, and not the authority's whole reply`,
  "time/no-nonce": stamp =>
    `${byEn(stamp)}: its request has no nonce, so that it may be the reply to another one`,
  "time/same-reply": ({ authority, other }) =>
    `the time stamps by ${authority} and by ${other} are one and the same reply, and not of two authorities`,
  "time/none-requested": () => "none was asked for",
  "time/no-inner": () => "there are none",
  "time/none-beside": () => "none was given",
  "time/no-stamp": ({ name, fault }) => `${name} is not a time stamp that can be read (${fault})`,
  "time/of-something-else": ({ name, at }) =>
    `${name}: a time stamp of ${at} over something else, neither this bundle nor an item in it`,
  "time/absent": stamp => `${byEn(stamp)} was asked for and is not in the bundle`,
  "time/half": stamp => `${byEn(stamp)}: its request or its reply is missing`,
  "time/unreadable": stamp => `${byEn(stamp)} cannot be read: ${stamp.reason}`,
  "time/invalid": stamp => `${byEn(stamp)} does not hold (${stamp.fault})`,
  "time/not-verifiable": stamp =>
    `${byEn(stamp)} says ${stamp.at}; signed in a way that cannot be verified here (${stamp.reason})`,
  "time/trusted": stamp =>
    `${byEn(stamp)}: ${stamp.item === DEVICE_KEY ? "the key " : ""}existed no later than ${stamp.at}; signed by ${stamp.signer}, under ${stamp.root}, which you trust`,
  "time/unknown-root": stamp =>
    `${byEn(stamp)} is sound in itself and says ${stamp.at}; signed by ${stamp.signer}, up to ${stamp.top}, which you have not named as trusted`,
  "time/late": stamp =>
    `${byEn(stamp)} came ${lengthEn(stamp.seconds)} after the end of the capture that the record states; of the time until then it says nothing`,
  "time/before-end": stamp =>
    `${byEn(stamp)} is ${lengthEn(stamp.seconds)} earlier than the end of the capture that the record states: the capturing computer's clock was ahead, or one of the two is wrong`,
  "time/chain-differs": ({ authority }) =>
    `the certificates beside the time stamp by ${authority} are not those in it`,
}
