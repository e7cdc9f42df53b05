import type { ClockFinding } from "../../core/clock.ts"

/** How the computer's clock compares with another, in a sentence that takes no side. */
export function clockFinding(found: ClockFinding): string {
  switch (found.kind) {
    case "server":
      if (found.seconds === 0) return "Agrees with the web server's clock, to within two or three seconds."
      return `${length(found.seconds)} ${found.seconds > 0 ? "ahead of" : "behind"} the web server's clock. Which of the two is right is not known.`
    case "server-unknown":
      return "Not compared with the web server's clock: the server gave no time."
    case "steady":
      return "Was not set while the page was captured."
    case "set":
      return `Was put ${found.seconds > 0 ? "forward" : "back"} by ${length(found.seconds)} while the page was captured.`
    case "steady-unknown":
      return "Whether it was set during the capture is not known: the capture was cut off."
    case "ahead-of-authority":
      return `At least ${length(found.seconds)} ahead of the clock of ${found.authority}, whose time stamp is from before the end of the capture.`
  }
}

function length(seconds: number): string {
  const whole = Math.abs(seconds)
  const parts = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor((whole % 86_400) / 3600), "h"],
    [Math.floor((whole % 3600) / 60), "min"],
    [whole % 60, "s"],
  ] as const
  return parts.flatMap(([n, unit]) => (n > 0 ? [`${String(n)} ${unit}`] : [])).join(" ")
}
