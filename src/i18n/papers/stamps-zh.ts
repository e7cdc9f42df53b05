import type { StampsSaid } from "../../core/bundle/words.ts"

/** What is stamped, and by whom. */
export function stamps({ asked, stamped, imported, key, calendars, anchored }: StampsSaid): string {
  const parts = [
    ...(asked.length > 0 ? [`打包时向 ${asked.join("、")} 请求，收到的在 proofs/ 中`] : []),
    ...(stamped.length > 0 ? [`单项有时间戳的：${stamped.join("、")}`] : []),
    ...(imported.length > 0 ? [`附有他处取得的时间戳的：${imported.join("、")}`] : []),
    ...(calendars ? ["为整包请求了 OpenTimestamps 承诺，承诺还不是证明"] : []),
    ...(anchored.length > 0 ? [`单项有 OpenTimestamps 证明或承诺的：${anchored.join("、")}`] : []),
    ...(key.length > 0 ? [`设备签名公钥有 ${key.join("、")} 的时间戳`] : []),
  ]
  return parts.length === 0 ? "未进行" : parts.join("；")
}

/** Whether anything but the key may be stamped. */
const overFiles = ({ asked, stamped, imported }: StampsSaid): boolean =>
  asked.length + stamped.length + imported.length > 0

/** For 00-readme.html: what the stamps here show, and what they do not. */
export function stampLimit(said: StampsSaid): string {
  if (overFiles(said)) {
    return "第三方时间戳只说明：有戳的记录不晚于戳上的时间已经存在；不说明内容真假，也不说明采集的时刻。境外机构的时间戳，境内法院是否认可未经核实。"
  }
  return said.key.length > 0
    ? "第三方时间戳：只有设备签名公钥有。它只说明公钥不晚于戳上的时间已经存在；因此，本证据包不能单独证明这些文件在某一时刻已经存在。境外机构的时间戳，境内法院是否认可未经核实。"
    : "第三方时间戳：未进行。因此，本证据包不能单独证明这些文件在某一时刻已经存在。"
}

/** The same for verify.zh-cn.txt. */
export function stampScope(said: StampsSaid): string {
  const trust = "签发机构由您选定的根证书认定；境外机构的时间戳，境内法院是否认可未经核实。"
  if (overFiles(said)) return `时间戳有效，说明有戳的文件不晚于戳上的时间已经存在。${trust}`
  return said.key.length > 0
    ? `只有设备签名公钥有时间戳，说明公钥不晚于戳上的时间已经存在；不能独立证明打包或采集的时间。${trust}`
    : "没有第三方时间戳，不能独立证明打包或采集的时间。"
}
