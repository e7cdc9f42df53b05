import type { ClockFinding } from "../../core/clock.ts"
import { inUtc } from "../../core/papers/times.ts"

export function clockFinding(found: ClockFinding): string {
  switch (found.kind) {
    case "server":
      if (found.seconds === 0) return "与网站服务器的时钟一致（误差在两三秒内）。"
      return `比网站服务器的时钟${found.seconds > 0 ? "快" : "慢"} ${length(found.seconds)}。无法判断哪一方准确。`
    case "server-unknown":
      return "未与网站服务器的时钟比对：服务器没有给出时间。"
    case "steady":
      return "采集期间没有被调整。"
    case "set":
      return `采集期间被调${found.seconds > 0 ? "快" : "慢"}了 ${length(found.seconds)}。`
    case "steady-unknown":
      return "采集期间是否被调整不明：采集被中断。"
    case "ahead-of-authority":
      return `比 ${found.authority} 的时钟至少快 ${length(found.seconds)}：其时间戳早于采集结束的时间。`
    case "behind-authority":
      return `比 ${found.authority} 的时钟至少慢 ${length(found.seconds)}：收到其时间戳时，本机时间还早于其中的时间。`
    case "authority":
      if (found.seconds === 0)
        return `收到 ${found.authority} 的时间戳时，与其服务器的时钟一致（误差在两三秒内）。`
      return `收到 ${found.authority} 的时间戳时，比其服务器的时钟${found.seconds > 0 ? "快" : "慢"} ${length(found.seconds)}。无法判断哪一方准确。`
    case "stamped-late":
      return `${found.authority} 的时间戳在采集结束 ${length(found.seconds)}后才取得：在那之前，它不能说明什么。`
    case "bracket": {
      const before =
        found.before === null ? "" : `、${inUtc(found.before.time)}（${found.before.authority} 的时间戳）之前`
      return `记录里有 drand 第 ${String(found.round)} 轮公共随机数，其签名由校验程序核对。签名有效的，本记录在 ${inUtc(found.after)} 之后${before}形成；画面是否在此期间截取，取决于采集工具，时间戳不能单独证明。`
    }
    case "bracket-later":
      return `记录里的 drand 第 ${String(found.round)} 轮公共随机数公布于 ${inUtc(found.after)}，晚于 ${found.before.authority} 的时间戳（${inUtc(found.before.time)}）：两者至少有一个不对。`
    case "pulse":
      return `记录里有 NIST 随机信标的一个脉冲，自称公布于 ${inUtc(found.at)}；固证不核对它的签名。`
    case "no-number":
      return `请求过公共随机数（${found.source}），采集结束前没有取得。`
  }
}

/** 一段时间，精确到秒。 */
export function length(seconds: number): string {
  const whole = Math.abs(seconds)
  const parts = [
    [Math.floor(whole / 86_400), "天"],
    [Math.floor((whole % 86_400) / 3600), "小时"],
    [Math.floor((whole % 3600) / 60), "分"],
    [whole % 60, "秒"],
  ] as const
  return parts.flatMap(([n, unit]) => (n > 0 ? [`${String(n)} ${unit}`] : [])).join(" ")
}
