/** Keeps the section of the readings in step, and does what its buttons say. The browser is asked first thing in a click. */
import { accountIn } from "../../core/account.ts"
import { hostOf } from "../../core/address.ts"
import { standing } from "../../core/corrections.ts"
import { type AccountTotals, totalsOfAccount } from "../../core/readings/account.ts"
import { intervals } from "../../core/readings/schedule.ts"
import { watchGrants } from "../../platform/grants.ts"
import { askToReach, mayReach } from "../../platform/hosts.ts"
import { type Ask } from "../../platform/messaging.ts"
import { type BackgroundApi } from "../../protocol.ts"
import { addressToRead } from "../../vault/capture-row.ts"
import { postsRead } from "../../vault/read-account.ts"
import { captureById, correctionsOf, watch } from "../../vault/read.ts"
import { scheduleOf } from "../../vault/read-schedules.ts"
import { capturesOfAccount } from "../../vault/read-posts.ts"
import { type Vault } from "../../vault/schema.ts"
import { isOfWeb } from "../parts/visitor-views.ts"
import { noReadings, type ReadingsModel } from "./readings-model.ts"

export interface Surroundings {
  readonly vault: Vault
  readonly captureId: string
  readonly background: Ask<BackgroundApi>
  readonly show: (again: ReadingsModel) => void
  readonly report: (thrown: unknown) => void
}

async function addressOf(vault: Vault, captureId: string): Promise<string> {
  const item = await captureById(vault, captureId)
  return item === undefined ? "" : addressToRead(item)
}

export function followReadings({ vault, captureId, background, show, report }: Surroundings): void {
  const held: { again: ReadingsModel; url: string } = { again: noReadings, url: "" }
  const change = (part: Partial<ReadingsModel>) => {
    held.again = { ...held.again, ...part }
    show(held.again)
  }
  const refresh = () => {
    if (isOfWeb(held.url)) {
      mayReach(held.url).then(allowed => {
        change({ allowed })
      }, report)
    }
  }
  watch(
    async () => ({
      url: await addressOf(vault, captureId),
      schedule: (await scheduleOf(vault, captureId)) ?? null,
      account: await accountOf(vault, captureId),
    }),
    ({ url, schedule, account }) => {
      held.url = url
      change({ schedule, account })
      refresh()
    },
    report,
  )
  watchGrants(refresh)

  const whenAllowed = async (asking: Promise<boolean>, work: () => Promise<unknown>) => {
    change({ refused: false })
    const isAllowed = await asking
    change({ refused: !isAllowed, reading: isAllowed })
    try {
      if (isAllowed) await work()
    } finally {
      change({ reading: false })
    }
  }
  document.addEventListener("click", event => {
    const pressed = event.target instanceof Element ? event.target.closest("button") : null
    const { act, days = "" } = pressed?.dataset ?? {}
    if (!isOfWeb(held.url) || held.again.reading) return
    if (act === "read-again") {
      whenAllowed(askToReach([held.url]), () => background("readAgain", { captureId, tabId: null })).catch(
        report,
      )
    }
    if (act !== "schedule") return
    const everyDays = intervals.find(interval => String(interval) === days) ?? null
    const choose = () => background("setSchedule", { captureId, everyDays })
    // Nobody has to be asked to have less.
    if (everyDays === null) choose().catch(report)
    else whenAllowed(askToReach([held.url]), choose).catch(report)
  })
}

/** Null where neither the page nor the user said whose post it is. */
async function accountOf(vault: Vault, captureId: string): Promise<AccountTotals | null> {
  const row = await captureById(vault, captureId)
  if (row === undefined) return null
  const told = standing(await correctionsOf(vault, captureId)).get("authorId")?.value ?? null
  const account = accountIn(row.facts ?? null, hostOf(row.url) ?? "", told)
  if (account.authorId === null && account.authorHandle === null) return null
  const captures = await capturesOfAccount(vault, account)
  return totalsOfAccount(await postsRead(vault, captures))
}
