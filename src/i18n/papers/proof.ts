/** What 00-readme.html says of a file that was attached from elsewhere: no more than what was seen in it. */
import type { ProofSaid } from "../../core/bundle/words.ts"
import { isStampForm } from "../../core/proof/proof.ts"

const utc = (at: string): string => `${at.slice(0, 19).replace("T", " ")} UTC`

export function proofEn({ form, matchedBy, reading }: ProofSaid): string {
  if (!isStampForm(form)) return "Attached by the user. Its content has not been checked."
  if (reading === null) return "A time stamp, attached by the user. It has not been checked."
  const { unverifiable, at, signer } = reading
  if (matchedBy === "user") {
    return `A time stamp of ${utc(at)}, attached by the user. It is over something else than this item, and says nothing of this item's time.`
  }
  if (unverifiable !== null) {
    const how = unverifiable === "sm2" ? "the Chinese algorithms (SM2, SM3)" : "an algorithm not known here"
    return `A time stamp over this item's capture.json that says ${utc(at)}. It uses ${how}: not verifiable here, kept as it came.`
  }
  const name = reading.isUniTrust
    ? " The certificate bears the name of 联合信任, whose stamps are called 可信时间戳."
    : ""
  return `A time stamp over this item's capture.json, sound in itself, that says ${utc(at)}; its certificate names ${signer}.${name} Whether that name is right, the root certificate that you choose decides.`
}

export function proofZh({ form, matchedBy, reading }: ProofSaid): string {
  if (!isStampForm(form)) return "由使用者附入，未核对内容。"
  if (reading === null) return "由使用者附入的时间戳，未核对。"
  const { unverifiable, at, signer } = reading
  if (matchedBy === "user") {
    return `由使用者附入的时间戳，戳上时间 ${utc(at)}。它对应的不是本项，不能说明本项的时间。`
  }
  if (unverifiable !== null) {
    const how = unverifiable === "sm2" ? "国密算法（SM2、SM3）" : "本工具不认识的算法"
    return `对应本项 capture.json 的时间戳，戳上时间 ${utc(at)}。它使用${how}，本工具无法验证其签名，已原样保存。`
  }
  const name = reading.isUniTrust ? "证书上的名称属联合信任，即可信时间戳。" : ""
  return `对应本项 capture.json 的时间戳，本身有效，戳上时间 ${utc(at)}；证书上的签发者为 ${signer}。${name}名称是否属实，由您选定的根证书认定。`
}
