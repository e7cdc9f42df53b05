import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import path from "node:path"
import { afterEach, describe, expect, test } from "vitest"
import { makeBundle } from "../../../src/core/bundle/bundle.ts"
import { type BundleSnapshot, type ItemSnapshot, noStamps } from "../../../src/core/bundle/snapshot.ts"
import { utf8 } from "../../../src/core/bytes.ts"
import { exampleItem, exampleItems, exampleSnapshot, exampleWords, fakeSign, storedFile } from "./example.ts"
import { bash, inScratch, unpack } from "./written.ts"

const make = (snapshot: BundleSnapshot = exampleSnapshot()) => makeBundle(snapshot, exampleWords, fakeSign)

const digest = async (zip: Blob) =>
  createHash("sha256")
    .update(Buffer.from(await zip.arrayBuffer()))
    .digest("hex")

/** A text of the example's bundle, unpacked by unzip. */
const textOf = (name: string, snapshot?: BundleSnapshot) =>
  inScratch(async folder => readFileSync(path.join(await unpack(await make(snapshot), folder), name), "utf8"))

test("the example's ZIP has a fixed hash, so that a change of format or words does not pass unseen", async () => {
  const made = await make()
  expect(made.fileName).toBe("holdfast-20261122T152201Z-7f3a9c.zip")
  expect(made.files).toHaveLength(23)
  expect(await digest(made.zip)).toBe("311404e5f189d5571ce387d2a7de706349f663c43418c8fca1a2cbd422af7e77")
})

test("the payload manifest is this, byte for byte", async () => {
  expect(await textOf("manifest-sha256.txt"))
    .toBe(`025d8b8b5ddab54702010efa79557b1e5c9741151f65603d7b2b480562cdb33a  data/case.json
1fc1f156048b2c988cb61cbef479f6e68827df3502d9ec72719e69240fff2793  data/custody.jsonl
9f63b31921fa0eea0947add191bffe4820d09f02fa4c0aead94cb1fe884ebed2  data/e001/capture.json
34af97c21d1a8de2e4c0fc9c750c4de9a7bbf89ce1479a253dfe04224ca618ec  data/e001/dom-before.html
1ecb67f1f1f7143fccc02ba7d19efa9f7b68f87e30961c65c7f47df48d1f9dfc  data/e001/frames/0000.png
fe6b05c49776c2fe81ee12749487047b8451f3bbf8e9dc13c14196eb49c9e511  data/e001/log.jsonl
e4c76e226ca74cb8fc11caff044a1b107a2dd692dc1083687593f43279ae143a  data/e001/text.txt
b2872759a918330dacaebc00f7145a3c29310fb4a2fcebf7aed1052d4bd8051d  data/e003/capture.json
1ecb67f1f1f7143fccc02ba7d19efa9f7b68f87e30961c65c7f47df48d1f9dfc  data/e003/frames/0000.png
1ecb67f1f1f7143fccc02ba7d19efa9f7b68f87e30961c65c7f47df48d1f9dfc  data/e003/frames/0001.png
fe6b05c49776c2fe81ee12749487047b8451f3bbf8e9dc13c14196eb49c9e511  data/e003/log.jsonl
fe26c59e91ac8de694b2531dc3bdc1b7faf471d3d7e4e00870af60f5f22897cb  data/e003/source.html
`)
})

test("bag-info.txt is this, byte for byte", async () => {
  expect(await textOf("bag-info.txt")).toBe(
    `Bag-Software-Agent: Holdfast 0.1.0 (commit unknown; build sha256 ${"b".repeat(64)})
Bagging-Date: 2026-11-22
External-Identifier: urn:uuid:7f3a9c00-1111-4222-8333-444444444444
Payload-Oxum: 11998.12
Custody-Head-SHA256: a97ee27b333438dfa6e290965b22847ff530a21730bb642313724c32e5da0c4d
Custody-Entries: 7
Device-Key-SHA256: 5a7a78cca4a0f420d9bc62bb669c3c2759e39f723d3ae10dcbe0f0815a07ecd4
Time-Stamps-Requested: none
Holdfast-Format: 1
`,
  )
})

test("case.json names the items in their order and what was left out", async () => {
  const items = exampleItems().toReversed()
  const file: unknown = JSON.parse(await textOf("data/case.json", exampleSnapshot(items)))
  expect(file).toEqual({
    schema: 1,
    caseNumber: null,
    title: null,
    items: items.map(({ record, recordSha256 }) => ({
      item: record.item,
      id: record.id,
      path: `data/${record.item}/capture.json`,
      sha256: recordSha256,
      numbers: [record.item === "e003" ? "1-3" : "1-1"],
    })),
    leftOut: [{ item: "e002", reason: "running" }],
  })
})

describe("case.json, where there are cases,", () => {
  const [first, second] = exampleItems() as [ItemSnapshot, ItemSnapshot]
  const mine = { number: "c002", title: "张某", remarks: [] }
  const other = { number: "c001", title: null, remarks: [] }
  test.each([
    ["names the one that all items are in on top", [mine], ["c002", "c002"], "c002", "张某"],
    ["names none on top where they are in several", [other, mine], ["c001", "c002"], null, null],
  ])("%s", async (_claim, cases, numbers, caseNumber, title) => {
    const items = [first, second].map((item, at) => ({ ...item, caseNumber: numbers[at] ?? "" }))
    const file = JSON.parse(await textOf("data/case.json", exampleSnapshot(items, { cases }))) as {
      items: { case: string }[]
    }
    expect(file).toMatchObject({
      ...{ caseNumber, title },
      cases: cases.map(each => ({ number: each.number, title: each.title })),
    })
    expect(file.items.map(item => item.case)).toEqual(numbers)
  })
})

const timeZone = process.env.TZ

afterEach(() => {
  if (timeZone === undefined) delete process.env.TZ
  else process.env.TZ = timeZone
})

test("the same snapshot gives the same bytes in every time zone", async () => {
  const digests: string[] = []
  for (const zone of ["UTC", "Asia/Shanghai", "America/St_Johns"]) {
    process.env.TZ = zone
    // Shows that the variable took effect, without which this test could not fail.
    expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(zone)
    digests.push(await digest((await make()).zip))
  }
  expect(new Set(digests).size).toBe(1)
})

test("another export id, clock, key or signature gives other bytes", async () => {
  const { zip } = await make()
  const others = [
    make(exampleSnapshot(exampleItems(), { exportId: "7f3a9c00-1111-4222-8333-444444444445" })),
    make(exampleSnapshot(exampleItems(), { at: "2026-11-22T15:22:04.000Z" })),
    make(exampleSnapshot(exampleItems(), { publicKey: utf8("another key") })),
    makeBundle(exampleSnapshot(), exampleWords, () => Promise.resolve(new Uint8Array(64).fill(7))),
  ]
  for (const other of others) expect(await digest((await other).zip)).not.toBe(await digest(zip))
})

test("the bag has one top folder, all files stored, no folder entries, sorted names", async () => {
  await inScratch(async folder => {
    await unpack(await make(), folder)
    const { output } = bash("unzip -Z1 *.zip; unzip -v *.zip | grep -vc Stored", folder)
    const names = output.trimEnd().split("\n").slice(0, -1)
    expect(names).toHaveLength(23)
    expect(names.every(name => /^holdfast-20261122T152201Z-7f3a9c\/[a-z0-9./-]+[a-z0-9]$/.test(name))).toBe(
      true,
    )
    expect(bash("unzip -Z1 *.zip | LC_ALL=C sort -c", folder)).toEqual({ status: 0, output: "" })
    // Three lines of heading and two of totals.
    expect(output.trimEnd().split("\n").at(-1)).toBe("5")
  })
})

test("the signature is over the very bytes of the tag manifest", async () => {
  const signed: string[] = []
  const made = await makeBundle(exampleSnapshot(), exampleWords, bytes => {
    signed.push(new TextDecoder().decode(bytes))
    return fakeSign(bytes)
  })
  await inScratch(async folder => {
    const base = await unpack(made, folder)
    expect(signed).toEqual([readFileSync(path.join(base, "tagmanifest-sha256.txt"), "utf8")])
  })
})

test("stored blobs are not read: a bundle may be far larger than memory", async () => {
  class Unreadable extends Blob {
    override arrayBuffer(): Promise<ArrayBuffer> {
      return Promise.reject(new Error("read"))
    }
    override stream(): ReturnType<Blob["stream"]> {
      throw new Error("read")
    }
  }
  const [item] = exampleItems()
  if (item === undefined) throw new Error("no example")
  const files = item.files.map(file => ({ ...file, blob: new Unreadable([file.blob]) }))
  await expect(make(exampleSnapshot([{ ...item, files }]))).resolves.toHaveProperty("files.length", 18)
})

const [whole] = exampleItems()
const files = whole?.files ?? []
const record = whole?.record
if (whole === undefined || record === undefined) throw new Error("no example")
const broken: [string, string, Partial<BundleSnapshot>][] = [
  [
    "a file that is shorter than its row says",
    "vault/damaged",
    { items: [{ ...whole, files: files.map(file => ({ ...file, bytes: file.bytes + 1 })) }] },
  ],
  [
    "a capture.json that is not the sealed one",
    "vault/damaged",
    { items: [{ ...whole, files: [...files.slice(1), storedFile("capture.json", "{}")] }] },
  ],
  ["an item without its capture.json", "vault/damaged", { items: [{ ...whole, files: files.slice(1) }] }],
  ["an item given twice", "input/malformed", { items: [whole, whole] }],
  [
    "an item named like a path",
    "input/malformed",
    { items: [{ ...whole, record: { ...record, item: "../e001" } }] },
  ],
  [
    "a file named in another alphabet",
    "input/malformed",
    { items: [exampleItem("e001", { "图.png": "x" })] },
  ],
  ["a file above its item", "input/malformed", { items: [exampleItem("e001", { "../x.png": "x" })] }],
  ["an export id that is no UUID", "input/malformed", { exportId: "7F3A9C" }],
  ["an export time without its zone", "input/malformed", { at: "2026-11-22T15:22:01" }],
  ["an empty log", "input/malformed", { custody: [] }],
]

test.each(broken)("%s is refused", async (_what, code, facts) => {
  await expect(make(exampleSnapshot(facts.items ?? exampleItems(), facts))).rejects.toMatchObject({ code })
})

test("a signature that is none is refused, not packed", async () => {
  const none = () => Promise.resolve(new Uint8Array(63))
  await expect(makeBundle(exampleSnapshot(), exampleWords, none)).rejects.toMatchObject({ code: "internal" })
})

test("limits: the last allowed passes, one more does not", async () => {
  const bytes = Math.max(...exampleItems().map(item => item.files.reduce((sum, file) => sum + file.bytes, 0)))
  const within = (entries: number, itemBytes: number) =>
    makeBundle(exampleSnapshot(), exampleWords, fakeSign, noStamps, { entries, itemBytes })
  await expect(within(23, bytes)).resolves.toHaveProperty("files.length", 23)
  await expect(within(22, bytes)).rejects.toMatchObject({ code: "bundle/limit" })
  await expect(within(23, bytes - 1)).rejects.toMatchObject({ code: "bundle/limit" })
})

test("verify.html stands in the bag as it was given, and the tag manifest lists it", async () => {
  const page = "<!doctype html><p>\u00e9 \u8bc1</p>\n"
  const snapshot = exampleSnapshot(exampleItems(), { verifyHtml: utf8(page) })
  expect(await textOf("verify.html", snapshot)).toBe(page)
  const sha256 = createHash("sha256").update(page).digest("hex")
  expect(await textOf("tagmanifest-sha256.txt", snapshot)).toContain(`${sha256}  verify.html\n`)
})

test("the papers name verify.html as our own program, and the commands as the independent way", async () => {
  expect(await textOf("00-readme.html")).toMatch(/verify\.html.*our own program.*independent way/)
  expect(await textOf("00-readme.html")).toMatch(/verify\.html.*我们自己的程序.*独立/)
  expect(await textOf("verify.txt")).toMatch(/verify\.html.*our own program.*independent way/)
  expect(await textOf("verify.zh-cn.txt")).toMatch(/verify\.html.*我们自己的程序.*独立/)
})
