/** A self-check record in a bundle: what it names is there, and nothing else is, whatever was signed. */
import { expect, test } from "vitest"
import { bundleFiles, check, codes, type Draft, type Files, sha256, sm3, zipOf } from "./example.ts"

const output = Buffer.from("127.0.0.1 localhost\n")
const HOSTS = "self-check/hosts.txt"

const record = (): Draft => ({
  ...{ schema: 1, at: "2026-11-26T08:00:00.250Z", facts: { browser: "Chromium" }, notRead: ["proxy"] },
  outputs: [
    {
      ...{ name: "hosts", system: "linux", command: "cat /etc/hosts" },
      ...{ path: HOSTS, sha256: sha256(output), bytes: output.length },
    },
  ],
})

/** Listed and signed as it is: whoever holds the key can do that. */
function checked(change: (draft: Draft) => Draft | null, others: readonly [string, Buffer][]): Files {
  const said = change(record())
  const added: [string, Buffer][] = [...others]
  if (said !== null) added.push(["self-check/self-check.json", Buffer.from(JSON.stringify(said))])
  return bundleFiles({
    record: (draft, item) => {
      if (item !== "e001") return
      const files = draft.files as Draft[]
      const [like] = files
      for (const [path, data] of added) {
        files.push({ ...like, path, sha256: sha256(data), sm3: sm3(data), bytes: data.length })
      }
    },
    payload: files => {
      for (const [path, data] of added) files.set(`data/e001/${path}`, data)
    },
  })
}

const found = async (files: Files) => {
  const result = await check(zipOf(files))
  return { verdict: result.verdict, codes: codes(result).filter(code => code.startsWith("self-check/")) }
}

test("one whose outputs are what it names holds", async () => {
  expect(await found(checked(all => all, [[HOSTS, output]]))).toEqual({
    verdict: "integrity-only",
    codes: [],
  })
})

test.each<[string, (draft: Draft) => Draft | null, readonly [string, Buffer][], string]>([
  ["an output is another", all => all, [[HOSTS, Buffer.from("10.0.0.1 weibo.com\n")]], "output"],
  ["an output is not there", all => all, [], "output"],
  ["an output is named by nothing", all => ({ ...all, outputs: [] }), [[HOSTS, output]], "output"],
  ["the record is not there", () => null, [[HOSTS, output]], "malformed"],
  ["the record is of another schema", all => ({ ...all, schema: 2 }), [[HOSTS, output]], "malformed"],
  ["the record has no time", all => ({ ...all, at: "" }), [[HOSTS, output]], "malformed"],
  [
    "an output is named twice",
    all => ({ ...all, outputs: [...(all.outputs as Draft[]), ...(all.outputs as Draft[])] }),
    [[HOSTS, output]],
    "malformed",
  ],
])("where %s, and all is listed and signed anew, it is damaged", async (_what, change, others, code) => {
  expect(await found(checked(change, others))).toEqual({ verdict: "damaged", codes: [`self-check/${code}`] })
})
