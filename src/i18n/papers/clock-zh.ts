import type { ClockFinding } from "../../core/clock.ts"

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
  }
}

function length(seconds: number): string {
  const whole = Math.abs(seconds)
  const parts = [
    [Math.floor(whole / 86_400), "天"],
    [Math.floor((whole % 86_400) / 3600), "小时"],
    [Math.floor((whole % 3600) / 60), "分"],
    [whole % 60, "秒"],
  ] as const
  return parts.flatMap(([n, unit]) => (n > 0 ? [`${String(n)} ${unit}`] : [])).join(" ")
}
