import type { ClockFinding } from "../../core/clock.ts"
import { inUtc } from "../../core/papers/times.ts"

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
    case "behind-authority":
      return `At least ${length(found.seconds)} behind the clock of ${found.authority}, whose time stamp was here before the time that it states.`
    case "authority":
      if (found.seconds === 0)
        return `Agreed with the clock of ${found.authority}'s server when its time stamp came, to within two or three seconds.`
      return `${length(found.seconds)} ${found.seconds > 0 ? "ahead of" : "behind"} the clock of ${found.authority}'s server when its time stamp came. Which of the two is right is not known.`
    case "stamped-late":
      return `The time stamp of ${found.authority} came ${length(found.seconds)} after the end of the capture; of the time until then it says nothing.`
    case "bracket": {
      const before =
        found.before === null
          ? ""
          : ` and before ${inUtc(found.before.time)} (the time stamp of ${found.before.authority})`
      return `The record holds round ${String(found.round)} of drand, a public random number whose signature the verifier checks. Where it holds, this record came to be after ${inUtc(found.after)}${before}; whether the picture was taken then rests on the capturing tool, and time stamps alone cannot prove it.`
    }
    case "bracket-later":
      return `Round ${String(found.round)} of drand in the record was published at ${inUtc(found.after)}, later than the time stamp of ${found.before.authority} (${inUtc(found.before.time)}): one of the two at least is wrong.`
    case "pulse":
      return `The record has a pulse of NIST's randomness beacon that says it was published at ${inUtc(found.at)}; Holdfast does not check its signature.`
    case "no-number":
      return `A public random number (${found.source}) was asked for, and did not come before the capture ended.`
  }
}

/** A length of time, to the second. */
export function length(seconds: number): string {
  const whole = Math.abs(seconds)
  const parts = [
    [Math.floor(whole / 86_400), "d"],
    [Math.floor((whole % 86_400) / 3600), "h"],
    [Math.floor((whole % 3600) / 60), "min"],
    [whole % 60, "s"],
  ] as const
  return parts.flatMap(([n, unit]) => (n > 0 ? [`${String(n)} ${unit}`] : [])).join(" ")
}
