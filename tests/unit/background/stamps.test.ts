import "fake-indexeddb/auto"
import { beforeEach, describe, expect, test, vi } from "vitest"
import { chooseAuthorities, stampWhatHasNone } from "../../../src/background/authorities.ts"
import { type Ports } from "../../../src/background/ports.ts"
import { createStamper, wantedStamps } from "../../../src/background/stamps.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { EvidenceError } from "../../../src/core/errors.ts"
import { type AuthorityChoice, type FetchedStamp } from "../../../src/protocol.ts"
import { storeBytes } from "../../../src/vault/blobs.ts"
import { stampById, stampsOf, waitingStamps } from "../../../src/vault/read.ts"
import { authorities } from "../../../src/vault/read-settings.ts"
import { requestStamps } from "../../../src/vault/write-stamps.ts"
import { at, chainFaults, custodyOf, record, sealedCapture } from "../vault/rows.ts"
import { resetScene } from "./browser.ts"
import { portsWith } from "./ports.ts"

vi.mock("webextension-polyfill", async () => ({ default: (await import("./browser.ts")).fakeBrowser }))
beforeEach(resetScene)

const time = "2026-11-22T15:31:00.000Z"
const authority = (url: string, different: Partial<AuthorityChoice> = {}): AuthorityChoice => ({
  url,
  authorization: null,
  on: true,
  ...different,
})
const ONE = authority("http://one.example/")
const TWO = authority("http://two.example/")

const httpDate = {
  url: "http://one.example/",
  date: "Sun, 22 Nov 2026 15:20:00 GMT",
  localMinusServerMs: 900,
}

/** An authority that gives a stamp each time, and remembers what it was asked. */
function desk(different: Partial<Ports> = {}, fail: () => EvidenceError | null = () => null) {
  const asked: string[] = []
  const alarms: (string | null)[] = []
  const ports: Ports = portsWith(
    {
      fetchStamp: async ({ stampId }): Promise<FetchedStamp> => {
        const row = await stampById(ports.vault, stampId)
        asked.push(row?.authority ?? "nobody")
        const failure = fail()
        if (failure !== null) throw failure
        const token = await storeBytes(ports.vault, utf8(`reply ${stampId}`), "", at)
        return { token, time, signer: "TSA", httpDate }
      },
    },
    {
      setStampAlarm: due => {
        alarms.push(due)
        return Promise.resolve()
      },
      ...different,
    },
  )
  const failures: unknown[] = []
  const stamper = createStamper(ports, work => {
    work.catch((thrown: unknown) => failures.push(thrown))
  })
  const settle = async () => {
    stamper.wake()
    await stamper.idle()
    expect(failures).toEqual([])
  }
  return { ports, asked, alarms, settle }
}

const wanted = async ({ vault }: Ports, of = "a") =>
  requestStamps(vault, at, await wantedStamps(vault, { kind: "capture", of, digest: record }, at))

describe("asking for time stamps", () => {
  test("with no authority switched on, nothing is wanted and nobody is asked", async () => {
    const { ports, asked, alarms, settle } = desk()
    await chooseAuthorities(ports.vault, [{ ...ONE, on: false }])
    await wanted(ports)
    await settle()
    expect(asked).toEqual([])
    expect(alarms).toEqual([null])
    expect(await stampsOf(ports.vault, "a")).toEqual([])
  })

  test("each authority is asked once, and the whole reply is kept", async () => {
    const { ports, asked, alarms, settle } = desk()
    await chooseAuthorities(ports.vault, [ONE, TWO])
    await wanted(ports)
    await settle()
    await settle()
    expect(asked.sort()).toEqual(["one.example", "two.example"])
    const rows = await stampsOf(ports.vault, "a")
    expect(
      rows.map(({ state, reply, id }) => [state, Buffer.from(reply ?? []).toString() === `reply ${id}`]),
    ).toEqual([
      ["received", true],
      ["received", true],
    ])
    expect(rows.map(row => row.httpDate)).toEqual([httpDate, httpDate])
    expect(alarms.at(-1)).toBeNull()
    expect(await chainFaults(ports.vault)).toEqual([])
  })

  test("two stamps never have the same nonce, so a reply fits one request alone", async () => {
    const { ports } = desk()
    await chooseAuthorities(ports.vault, [ONE, TWO])
    await wanted(ports)
    const queries = (await stampsOf(ports.vault, "a")).map(({ query }) => Buffer.from(query).toString("hex"))
    expect(new Set(queries).size).toBe(2)
  })

  test.each([
    ["does not answer", "time/offline"],
    ["refuses", "time/refused"],
    ["gives what does not hold", "time/bad-answer"],
  ] as const)(
    "an authority that %s is asked again later, and the browser is told when",
    async (_name, code) => {
      const { ports, asked, alarms, settle } = desk({}, () => new EvidenceError(code, "no"))
      await chooseAuthorities(ports.vault, [ONE])
      await wanted(ports)
      await settle()
      const [row] = await waitingStamps(ports.vault)
      expect(row).toMatchObject({ code, tries: 1, state: "waiting" })
      expect(Date.parse(row?.nextTryAt ?? "")).toBeGreaterThan(Date.now() + 50_000)
      expect(alarms.at(-1)).toBe(row?.nextTryAt)
      // Not due yet.
      await settle()
      expect(asked).toEqual(["one.example"])
      await ports.vault.stamps.update(row?.id ?? "", { nextTryAt: at })
      await settle()
      expect(asked).toEqual(["one.example", "one.example"])
    },
  )

  test("one that stays silent is asked ever more rarely, at last once a day, and never given up", async () => {
    const { ports, asked, settle } = desk({}, () => new EvidenceError("time/offline", "silent"))
    await chooseAuthorities(ports.vault, [ONE])
    await wanted(ports)
    const waits: number[] = []
    for (let tries = 1; tries <= 9; tries++) {
      const before = Date.now()
      await settle()
      const [row = expect.unreachable()] = await waitingStamps(ports.vault)
      expect(row.tries).toBe(tries)
      waits.push(Math.round((Date.parse(row.nextTryAt) - before) / 60_000))
      await ports.vault.stamps.update(row.id, { nextTryAt: at })
    }
    expect(waits).toEqual([1, 5, 15, 60, 240, 720, 1440, 1440, 1440])
    expect(asked).toHaveLength(9)
  })

  test("one that fails does not hold up another", async () => {
    let calls = 0
    const { ports, settle } = desk({}, () => (calls++ === 0 ? new EvidenceError("time/offline", "no") : null))
    await chooseAuthorities(ports.vault, [ONE, TWO])
    await wanted(ports)
    await settle()
    expect((await stampsOf(ports.vault, "a")).map(({ state }) => state).sort()).toEqual([
      "received",
      "waiting",
    ])
  })

  test("one that is silent does not hold up another, and is asked for one stamp at a time", async () => {
    const released: (() => void)[] = []
    const { ports, asked } = desk()
    await chooseAuthorities(ports.vault, [ONE, TWO])
    await wanted(ports, "a")
    await wanted(ports, "b")
    const { workshop } = ports
    const stamper = createStamper(
      {
        ...ports,
        workshop: async (method, input) => {
          const row =
            input !== null && "stampId" in input ? await stampById(ports.vault, input.stampId) : undefined
          if (row?.authority === "one.example") await new Promise<void>(done => released.push(done))
          return workshop(method, input)
        },
      },
      () => undefined,
    )
    stamper.wake()
    await vi.waitFor(() => {
      expect(asked).toEqual(["two.example", "two.example"])
    })
    expect(released).toHaveLength(1)
    released[0]?.()
    await vi.waitFor(() => {
      expect(released).toHaveLength(2)
    })
    released[1]?.()
    await stamper.idle()
    expect(await waitingStamps(ports.vault)).toEqual([])
  })

  test("an authority that was switched off since is not asked, until it is on again", async () => {
    const { ports, asked, alarms, settle } = desk()
    await chooseAuthorities(ports.vault, [ONE])
    await wanted(ports)
    await chooseAuthorities(ports.vault, [{ ...ONE, on: false }])
    await settle()
    expect(asked).toEqual([])
    expect(alarms).toEqual([null])
    await chooseAuthorities(ports.vault, [ONE])
    await settle()
    expect(asked).toEqual(["one.example"])
  })

  test("where the browser gives no access, nothing is sent, and it is told", async () => {
    const { ports, asked, settle } = desk({ mayReach: () => Promise.resolve(false) })
    await chooseAuthorities(ports.vault, [ONE])
    await wanted(ports)
    await settle()
    expect(asked).toEqual([])
    expect(await waitingStamps(ports.vault)).toMatchObject([{ code: "time/not-allowed" }])
  })

  test("what was there before is stamped on request, once by each authority", async () => {
    const { ports, settle } = desk()
    for (const id of ["a", "b"]) await sealedCapture(ports.vault, id)
    await chooseAuthorities(ports.vault, [ONE])
    expect(await stampWhatHasNone(ports.vault)).toBe(2)
    await settle()
    expect(await stampWhatHasNone(ports.vault)).toBe(0)
    await chooseAuthorities(ports.vault, [ONE, TWO])
    expect(await stampWhatHasNone(ports.vault)).toBe(2)
  })
})

describe("the choice of authorities", () => {
  test("one keeps its name, whatever comes beside it", async () => {
    const { ports } = desk()
    await chooseAuthorities(ports.vault, [authority("http://tsa.example/b")])
    await chooseAuthorities(ports.vault, [
      authority("http://tsa.example/a"),
      authority("http://tsa.example/b"),
    ])
    expect((await authorities(ports.vault)).map(({ url, name }) => [url, name])).toEqual([
      ["http://tsa.example/a", "tsa.example-2"],
      ["http://tsa.example/b", "tsa.example"],
    ])
  })

  test.each([
    ["no address at all", [authority("tsa.example")]],
    ["the same twice", [ONE, authority("http://ONE.example")]],
    [
      "more than anybody needs",
      Array.from({ length: 9 }, (_, n) => authority(`http://a${String(n)}.example/`)),
    ],
    ["a header with a line end", [authority("http://tsa.example/", { authorization: "a\r\nb: c" })]],
  ])("%s is refused, and the choice before stays", async (_name, choice) => {
    const { ports } = desk()
    await chooseAuthorities(ports.vault, [ONE])
    await expect(chooseAuthorities(ports.vault, choice)).rejects.toMatchObject({ code: "input/malformed" })
    expect((await authorities(ports.vault)).map(({ name }) => name)).toEqual(["one.example"])
  })

  test("no secret of an authority's stands in custody", async () => {
    const { ports, settle } = desk()
    await chooseAuthorities(ports.vault, [{ ...ONE, authorization: "Bearer secret" }])
    await wanted(ports)
    await settle()
    expect(JSON.stringify(await custodyOf(ports.vault))).not.toContain("secret")
  })
})
