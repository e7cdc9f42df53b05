/** A list that is captured, whatever happens to the worker, the browser, the window and the permission. */
import "fake-indexeddb/auto"
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest"
import { createConductor } from "../../../src/background/conductor.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { createQueue } from "../../../src/background/queue.ts"
import { recover } from "../../../src/background/recover.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { captureById, logOf } from "../../../src/vault/read.ts"
import { entriesOfQueue, newestQueue } from "../../../src/vault/read-queue.ts"
import { type Vault } from "../../../src/vault/schema.ts"
import { beginCapture } from "../../../src/vault/write.ts"
import { keepEntry } from "../../../src/vault/write-queue.ts"
import { eventually } from "../eventually.ts"
import { at, chainFaults, draftOf, newVault } from "../vault/rows.ts"
import { openTab, resetScene, scene, type Tab } from "./browser.ts"
import { gate } from "./conducting.ts"
import { portsWith, unheard } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
// A list waits for pages and between them: here nobody does.
vi.mock("../../../src/platform/clock.ts", async original => ({
  ...(await original<object>()),
  wait: () => new Promise(resolve => setTimeout(resolve, 0)),
}))

beforeEach(resetScene)
afterEach(() => {
  vi.restoreAllMocks()
})

/** What the browser keeps for its session: longer than a worker, and no longer than the browser. */
interface Session {
  holder: string | null
  isAllowed: boolean
  /** Tabs of ours that were opened, in order. */
  readonly opened: string[]
  readonly closed: number[]
}
const newSession = (): Session => ({ holder: null, isAllowed: true, opened: [], closed: [] })

interface Given {
  readonly vault?: Vault
  readonly session?: Session
  /** Runs before a tab is opened. */
  readonly beforeOpening?: (url: string) => Promise<void> | void
  readonly tab?: (url: string) => Partial<Tab>
  readonly ports?: Partial<Ports>
}

/** One run of the background. */
function background({ vault = newVault(), session = newSession(), ...given }: Given = {}) {
  const ports = portsWith(
    {},
    {
      ...{ vault, run: crypto.randomUUID() },
      queueWindow: {
        open: async url => {
          await given.beforeOpening?.(url)
          session.opened.push(url)
          return openTab(session.opened.length, 130, { url, ...given.tab?.(url) }).id
        },
        close: () => Promise.resolve(void session.closed.push(session.opened.length)),
      },
      allSites: {
        has: () => Promise.resolve(session.isAllowed),
        hold: id => Promise.resolve(void (session.holder = id)),
        holder: () => Promise.resolve(session.holder),
        letGo: () => {
          Object.assign(session, { holder: null, isAllowed: false })
          return Promise.resolve()
        },
      },
      ...given.ports,
    },
  )
  const conductor = createConductor(ports, { onBegin: () => undefined, onEnd: () => undefined })
  const failures: unknown[] = []
  const queue = createQueue({ ports, conductor }, recover(ports, unheard), {
    onChange: () => undefined,
    report: work => void work.catch((thrown: unknown) => failures.push(thrown)),
  })
  const list = async () => {
    const row = await newestQueue(vault)
    const entries = row === undefined ? [] : await entriesOfQueue(vault, row.id)
    return { row, states: entries.map(({ state }) => state), entries }
  }
  const until = (state: string) =>
    eventually(async () => {
      const { row } = await list()
      expect(row?.state).toBe(state)
      expect(queue.isUnderWay()).toBe(false)
    })
  const start = (paths: readonly string[], different: object = {}) =>
    queue.handlers.startQueue(
      {
        entries: paths.map(path => ({ url: `https://a.cn/${path}`, of: null, caseId: "default" })),
        ...{ paceSeconds: 0, access: "all", ...different },
      },
      {},
    )
  return { ports, conductor, queue, vault, session, list, until, start, failures }
}

describe("a list", () => {
  test("is captured in its order, each in a tab of ours; the sites are given back at its end, and the chain holds", async () => {
    const { start, until, list, session, vault, failures } = background()
    await start(["1", "2"])
    await until("done")
    const { row, entries } = await list()
    expect(row).toMatchObject({ stopped: false, why: null })
    expect(entries.map(({ state, answer, arrived }) => [state, answer, arrived])).toEqual([
      ["saved", 200, "https://a.cn/1"],
      ["saved", 200, "https://a.cn/2"],
    ])
    expect(session).toMatchObject({
      opened: ["https://a.cn/1", "https://a.cn/2"],
      holder: null,
      isAllowed: false,
    })
    expect(session.closed).toEqual([2])
    expect(await chainFaults(vault)).toEqual([])
    expect(failures).toEqual([])
  })

  test("says in each record that we opened the page, and counts it as our visit", async () => {
    const { start, until, list, vault } = background()
    await start(["1"])
    await until("done")
    const id = (await list()).entries[0]?.capture ?? ""
    const row = await captureById(vault, id)
    expect(row).toMatchObject({ trigger: "queue", complete: true })
    expect(row?.requests.map(({ purpose, url }) => [purpose, url])).toEqual([
      ["page", "https://a.cn/1"],
      ["source", "https://a.cn/1"],
    ])
    const noted = (await logOf(vault, id)).find(({ what }) => what.startsWith("address of a list"))
    expect(noted?.detail).toMatchObject({ asked: "https://a.cn/1", hasLoaded: true })
  })

  test("files each item where its entry says", async () => {
    const { vault, queue, until, list } = background()
    await vault.cases.add({ id: "k", number: 2, name: "案", created: at, archived: null })
    await queue.handlers.startQueue(
      {
        entries: [
          { url: "https://a.cn/1", of: null, caseId: "k" },
          { url: "https://a.cn/2", of: "c0", caseId: "default" },
        ],
        ...{ paceSeconds: 0, access: "all" },
      },
      {},
    )
    await until("done")
    const rows = await Promise.all((await list()).entries.map(each => captureById(vault, each.capture ?? "")))
    expect(rows.map(row => row?.case)).toEqual(["k", undefined])
  })

  test("cuts out the comment that its entry is of, looked for before the first frame; and nothing is made of one that is not told", async () => {
    const whole = { x: 10, y: 30, width: 60, height: 90 }
    const answers: Readonly<Record<string, string>> = {
      "/late": "none",
      "/twice": "several",
      "/gone": "none",
    }
    let asked = 0
    let screens = 0
    const { vault, queue, until, list } = background({
      tab: url => {
        const path = new URL(url).pathname
        const { page } = openTab(70, 130, { url })
        return {
          page: {
            ...page,
            findComment: ({ further }: { further: boolean }) => {
              const one = { found: "one", selector: "li#c7", moved: false }
              if (path === "/late" && ++asked > 2) return one
              // Comes with the third screen, and is brought to the middle.
              if (path === "/far" && further && ++screens > 3) return { ...one, moved: true }
              if (path === "/far") return { ...one, found: "none", moved: further }
              return { ...one, found: answers[path] ?? "one" }
            },
            readMarks: () => ({ dpr: 1, post: { whole, seen: whole }, quote: [] }),
          },
        }
      },
    })
    const comment = { authorName: "甲", text: "骗子", time: null }
    await queue.handlers.startQueue(
      {
        entries: ["here", "late", "twice", "gone", "far"].map(path => ({
          ...{ url: `https://a.cn/${path}`, of: "c0", caseId: "default", comment },
        })),
        ...{ paceSeconds: 0, access: "all" },
      },
      {},
    )
    await until("done")
    const { entries } = await list()
    expect(entries.map(({ state, code, item }) => [state, code, item])).toEqual([
      ["saved", null, 1],
      ["saved", null, 2],
      ["failed", "queue/no-comment", null],
      ["failed", "queue/no-comment", null],
      ["saved", null, 3],
    ])
    expect(entries.map(each => each.comment)).toEqual(Array.from({ length: 5 }, () => comment))
    expect(await vault.captures.count()).toBe(3)
    const scrolled = await Promise.all(
      [0, 1, 4].map(async at => {
        const lines = await logOf(vault, entries[at]?.capture ?? "")
        return lines.find(({ what }) => what.startsWith("comment of a list looked for"))?.detail
      }),
    )
    expect(scrolled.map(detail => detail?.screensScrolled)).toEqual([0, 0, 3])
    const id = entries[0]?.capture ?? ""
    expect((await captureById(vault, id))?.post).toMatchObject({ selector: "li#c7", ...whole })
    const first = scene.asked.indexOf("1 findComment")
    expect(first).toBeGreaterThanOrEqual(0)
    expect(first).toBeLessThan(scene.asked.indexOf("1 picture"))
    const notes = await logOf(vault, id)
    expect(notes.find(({ what }) => what.startsWith("the user chose this comment"))?.detail).toEqual(comment)
    expect(
      notes.some(({ step }) => step === "picker"),
      "no picker was in the page",
    ).toBe(false)
  })

  test("goes on after an entry that fails, and says of it why", async () => {
    const { start, until, list } = background({
      // As browsers show an address that does not answer: a picture can be had, and no script.
      tab: url => (url.endsWith("/gone") ? { page: {} } : {}),
      beforeOpening: url => {
        if (url.endsWith("/closed")) throw new EvidenceError("capture/tab-closed", "closed")
      },
    })
    await start(["1", "gone", "closed", "2"])
    await until("done")
    const { entries } = await list()
    expect(entries.map(({ state, code }) => [state, code])).toEqual([
      ["saved", null],
      ["failed", "queue/no-page"],
      ["failed", "capture/tab-closed"],
      ["saved", null],
    ])
    expect(entries[1]?.capture, "what the browser showed is an item").not.toBeNull()
  })

  test("makes no item of a tab that stayed empty, as it does where the address is a file to save", async () => {
    const { start, until, list, vault } = background({ tab: () => ({ url: "about:blank" }) })
    await start(["file"])
    await until("done")
    expect((await list()).entries).toMatchObject([{ state: "failed", code: "queue/no-page", item: null }])
    expect(await vault.captures.count()).toBe(0)
  })

  test("captures a page that does not come to its end as it stands, and says so", async () => {
    const { start, until, list, vault } = background({ tab: () => ({ status: "loading" }) })
    await start(["1"])
    await until("done")
    const [entry] = (await list()).entries
    expect(entry?.state).toBe("saved")
    const noted = (await logOf(vault, entry?.capture ?? "")).find(({ detail }) => "hasLoaded" in detail)
    expect(noted?.detail).toMatchObject({ hasLoaded: false })
  })

  test("without all sites opens none that is not allowed by itself", async () => {
    const mayReach = (url: string) => Promise.resolve(url.endsWith("/1"))
    const { start, until, list, session } = background({ ports: { mayReach } })
    session.isAllowed = false
    await start(["1", "2"], { access: "sites" })
    await until("done")
    expect(session.opened).toEqual(["https://a.cn/1"])
    expect((await list()).entries.map(({ code }) => code)).toEqual([null, "reading/not-allowed"])
  })

  test("is refused while another one is not done, and where it is empty", async () => {
    const opening = gate()
    const { start, until } = background({ beforeOpening: () => opening.opened })
    await expect(start([])).rejects.toMatchObject({ code: "queue/nothing" })
    await start(["1"])
    await expect(start(["2"])).rejects.toMatchObject({ code: "queue/busy" })
    opening.open()
    await until("done")
    await start(["2"])
  })
})

describe("the user", () => {
  test("pauses it: what is being captured comes to its end, nothing more is opened, and the sites are given back", async () => {
    const opening = gate()
    const { start, until, list, queue, session } = background({ beforeOpening: () => opening.opened })
    const { queueId } = await start(["1", "2"])
    await eventually(async () => {
      expect((await list()).states).toEqual(["capturing", "waiting"])
    })
    await queue.handlers.pauseQueue({ queueId }, {})
    opening.open()
    await until("paused")
    expect((await list()).states).toEqual(["saved", "waiting"])
    expect((await list()).row?.why).toBe("user")
    expect(session).toMatchObject({ holder: null, isAllowed: false })

    session.isAllowed = true
    await queue.handlers.resumeQueue({ queueId, access: "all" }, {})
    await until("done")
    expect((await list()).states).toEqual(["saved", "saved"])
  })

  test("need not wait out the time between two entries to pause it", async () => {
    const { start, until, list, queue } = background()
    // Only what nudges it ends a pause that is longer than any test.
    const clock = await import("../../../src/platform/clock.ts")
    vi.spyOn(clock, "wait").mockImplementation(ms =>
      ms < 600_000 ? new Promise(resolve => setTimeout(resolve, 0)) : new Promise(() => undefined),
    )
    const { queueId } = await start(["1", "2"], { paceSeconds: 600 })
    await eventually(async () => {
      expect((await list()).states).toEqual(["saved", "waiting"])
    })
    await queue.handlers.pauseQueue({ queueId }, {})
    await until("paused")
  })

  test("ends it: what was not begun is left", async () => {
    const opening = gate()
    const { start, until, list, queue } = background({ beforeOpening: () => opening.opened })
    const { queueId } = await start(["1", "2"])
    await queue.handlers.stopQueue({ queueId }, {})
    opening.open()
    await until("done")
    expect((await list()).row).toMatchObject({ stopped: true })
    expect((await list()).states.at(-1)).toBe("waiting")
  })

  test("deletes it with its addresses once it is done, and not before; what was captured stays", async () => {
    const opening = gate()
    const { start, until, list, queue, vault } = background({ beforeOpening: () => opening.opened })
    const { queueId } = await start(["1", "2"])
    await queue.handlers.forgetQueue({ queueId }, {})
    expect((await list()).states).toHaveLength(2)
    opening.open()
    await until("done")
    const kept = await vault.captures.count()
    await queue.handlers.forgetQueue({ queueId }, {})
    expect([await vault.queues.count(), await vault.queueEntries.count()]).toEqual([0, 0])
    expect(await vault.captures.count()).toBe(kept)
  })

  test("captures another page meanwhile, and the list waits", async () => {
    const { start, until, list, conductor } = background()
    const shot = gate()
    const { page } = openTab(50)
    const { restore } = page
    page.restore = () => shot.opened.then(() => restore?.(null as never))
    await conductor.start(50, "popup")
    await start(["1"])
    await eventually(() => {
      expect(scene.asked).toContain("50 restore")
    })
    expect((await list()).states).toEqual(["waiting"])
    shot.open()
    await until("done")
    expect((await list()).states).toEqual(["saved"])
  })
})

describe("it rests, and waits for the user, where", () => {
  test("all sites were taken back meanwhile", async () => {
    const { start, until, list, session } = background({
      beforeOpening: () => void (session.isAllowed = false),
    })
    await start(["1", "2"])
    await until("paused")
    expect(await list()).toMatchObject({ row: { why: "not-allowed" }, states: ["saved", "waiting"] })
  })

  test("its window was closed: the entry waits as before", async () => {
    const { start, until, list } = background({
      beforeOpening: () => {
        throw new EvidenceError("queue/window-closed", "closed")
      },
    })
    await start(["1"])
    await until("paused")
    expect(await list()).toMatchObject({
      ...{ row: { why: "window-closed", code: "queue/window-closed" }, states: ["waiting"] },
      entries: [{ tries: 0, capture: null }],
    })
  })

  test("the browser is not online", async () => {
    const { start, until, list } = background({ ports: { isOnline: () => false } })
    await start(["1"])
    await until("paused")
    expect(await list()).toMatchObject({ row: { why: "offline" }, states: ["waiting"] })
  })

  test("the disk is full: the others would fail as well", async () => {
    const { start, until, list, vault } = background()
    vault.custody.hook("creating", () => {
      throw Object.assign(new Error("Failed to write blobs (IOError)"), { name: "DataError" })
    })
    await start(["1", "2"])
    await until("paused")
    expect(await list()).toMatchObject({
      ...{ row: { why: "problem", code: "vault/full" }, states: ["failed", "waiting"] },
    })
  })
})

describe("a list that a stopped background left", () => {
  /** As it is in the middle of its first entry; `hasItem`: its capture was begun, and is cut off. */
  async function leftIn(session: Session, hasItem: boolean) {
    const vault = newVault()
    const opening = gate()
    const before = background({ vault, session, beforeOpening: () => opening.opened })
    const { queueId } = await before.start(["1", "2"])
    await eventually(async () => {
      expect((await before.list()).states).toEqual(["capturing", "waiting"])
    })
    const [entry] = (await before.list()).entries
    if (hasItem) await beginCapture(vault, draftOf(entry?.capture ?? "", { run: "before" }), [], [])
    return { vault, queueId, entry: entry ?? expect.unreachable("an entry is being captured") }
  }

  test("goes on by itself where the browser runs on: its cut off entry waits once more, and is captured last", async () => {
    const session = newSession()
    const { vault, entry } = await leftIn(session, true)
    const { until, list } = background({ vault, session })
    await until("done")
    const { states, entries } = await list()
    expect(states).toEqual(["saved", "saved"])
    expect(entries[0]).toMatchObject({ tries: 2, earlier: [entry.capture] })
    expect(session.opened).toEqual(["https://a.cn/2", "https://a.cn/1"])
    expect(await captureById(vault, entry.capture ?? "")).toMatchObject({
      state: "sealed",
      interrupted: true,
    })
  })

  test("waits for the user where the browser was closed, and nothing is opened", async () => {
    const session = newSession()
    const { vault, queueId } = await leftIn(session, false)
    const later = newSession()
    const { until, list, queue } = background({ vault, session: later })
    await until("paused")
    expect(await list()).toMatchObject({ row: { why: "restarted" }, states: ["interrupted", "waiting"] })
    expect(later, "and what the browser lent is given back").toMatchObject({ opened: [], isAllowed: false })
    later.isAllowed = true
    await queue.handlers.resumeQueue({ queueId, access: "all" }, {})
    await until("done")
    expect((await list()).states).toEqual(["saved", "saved"])
  })

  test("fails at the second time, and the others are captured", async () => {
    const session = newSession()
    const { vault, entry } = await leftIn(session, true)
    await keepEntry(vault, { ...entry, tries: 2 })
    const { until, list } = background({ vault, session })
    await until("done")
    expect((await list()).entries.map(({ state, code }) => [state, code])).toEqual([
      ["failed", "queue/interrupted"],
      ["saved", null],
    ])
  })

  test("gives back what the browser lent it, where it was stopped before it could", async () => {
    const session = { ...newSession(), holder: "a list that is done" }
    const { queue } = background({ session })
    await queue.ready
    expect(session).toMatchObject({ holder: null, isAllowed: false })
  })
})
