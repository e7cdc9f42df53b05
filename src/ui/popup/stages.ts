/** The stages of a running capture, as the reader sees them go by. */
import { type ExtraName } from "../../core/capture-options.ts"
import { type Key } from "../../i18n/t.ts"
import { type Words } from "../../i18n/words.ts"
import { type CaptureRow, type Stage } from "../../vault/capture-row.ts"

export type StageState = "done" | "now" | "next"

export interface StageLine {
  readonly name: string
  readonly label: string
  readonly detail: string | null
  readonly state: StageState
}

/** Each line stands for one or more stages of the vault's row, in the order in which they pass. */
const allLines = [
  { name: "first", key: "capturing.firstScreen", stages: ["as-seen"] },
  { name: "page", key: "capturing.page", stages: ["page"] },
  { name: "frames", key: "capturing.frames", stages: ["waiting", "frames", "paused"] },
  { name: "after", key: "capturing.after", stages: ["after"] },
  { name: "stitch", key: "capturing.stitch", stages: ["stitch"] },
  { name: "extras", key: "capturing.extras", stages: ["extras"] },
  { name: "check", key: "capturing.check", stages: ["verify", "seal"] },
] as const satisfies readonly { name: string; key: Key; stages: readonly Stage[] }[]

/** Unfolding is part of the scrolling. */
const isStep = (extra: ExtraName): boolean => extra !== "unfold"

export function stageLines(
  { t, format }: Words,
  row: Pick<CaptureRow, "progress" | "asSeenSafe" | "options">,
): StageLine[] {
  const { stage, done, total } = row.progress
  const lines = allLines.filter(({ name }) => name !== "extras" || row.options.extras.some(isStep))
  const current =
    stage === "done" ? lines.length : lines.findIndex(line => line.stages.some(name => name === stage))
  return lines.map((line, index): StageLine => {
    const state = index < current ? "done" : index === current ? "now" : "next"
    const label = line.name === "first" && row.asSeenSafe ? t("capturing.firstScreenSafe") : t(line.key)
    const counted = line.name === "frames" && state === "now" && (done > 0 || total !== null)
    const i = format.number(done)
    const detail = !counted
      ? null
      : total === null
        ? t("capturing.framesUnknown", { i })
        : t("capturing.framesOf", { i, n: format.number(total) })
    return { name: line.name, label, detail, state: line.name === "first" && row.asSeenSafe ? "done" : state }
  })
}

/** What the reader should do, or may do, while this stage lasts. */
export function stageAdvice({ t }: Words, stage: Stage): string {
  if (stage === "paused") return t("capturing.paused")
  if (stage === "waiting") return t("capturing.waiting")
  return isScrolling(stage) ? t("capturing.keepFront") : t("capturing.finishing")
}

/** True until the last picture is taken: until then the page must stay in front, and stopping changes something. */
export const isScrolling = (stage: Stage): boolean =>
  !["after", "extras", "stitch", "verify", "seal", "done"].includes(stage)
