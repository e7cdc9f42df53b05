/**
 * Who said what, when, to how many: a page as 微博 builds it, served under its own
 * name, is captured, exported, and read out of the ZIP by tools that are not ours.
 */
import { execFileSync } from "node:child_process"
import { readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, expect, test } from "vitest"
import { type Bundle, exportBundle, folderName } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { servePages } from "./harness/site.ts"
import { target } from "./harness/target.ts"
import { verify } from "./harness/verifier.ts"
import { capture } from "../../scripts/browsers/use-popup.ts"

const HOST = "m.weibo.cn"
const PATH = "/detail/5367814663823936"
const DOT = "data:image/gif;base64,R0lGODlhAQABAAAAACH5BAEKAAEALAAAAAABAAEAAAICTAEAOw=="
// No picture of it can be had here; and which year "11-21" is of depends on when this runs.
const html = readFileSync("tests/fixtures/sites/weibo/mobile-detail/page.html", "utf8")
  .replace(/<img [^>]*>/g, tag => (tag.includes("alt=") ? tag.replace(/src="[^"]*"/, `src="${DOT}"`) : ""))
  .replaceAll(">11-21 22:08<", ">2026-11-21 22:08<")
const site = await servePages({
  [PATH]: html,
  "/list": "<!doctype html><title>no post</title><p>nothing to read here",
})
const browser = installed({
  args: target === "chrome" ? [`--host-resolver-rules=MAP ${HOST} 127.0.0.1`] : [],
  prefs: { "network.dns.localDomains": HOST },
})
afterAll(() => site.close())

const held: { bundle?: Bundle; item?: string; line?: string | undefined } = {}

beforeAll(async () => {
  const { driven } = browser
  const page = await driven.newPage(`${site.origin.replace("127.0.0.1", HOST)}${PATH}`)
  const { kept, popup } = await capture(driven, page, 120_000)
  held.line = await popup.waitFor(() => document.querySelector("#post-facts")?.textContent)
  await popup.close()
  held.item = folderName(kept)
  held.bundle = await exportBundle(driven, page, driven.profile)
})

const bundle = () => held.bundle ?? expect.unreachable("made before the tests")
const item = () => bundle().item(held.item ?? "")

/** post.json as unzip gives it, read by Python. */
function readOutside(expression: string): unknown {
  const inside = execFileSync("unzip", ["-Z1", bundle().zip], { encoding: "utf8" })
    .split("\n")
    .find(name => name.endsWith(`/${held.item ?? ""}/post.json`))
  const bytes = execFileSync("unzip", ["-p", bundle().zip, inside ?? "no post.json"])
  const script = `import json, sys; post = json.load(sys.stdin); print(json.dumps(${expression}))`
  return JSON.parse(execFileSync("python3", ["-c", script], { input: bytes, encoding: "utf8" })) as unknown
}

test("post.json says who wrote what, when and from where, each in the page's own words", () => {
  expect(readOutside(`[post["schema"], post["adapter"]["id"], post["pageType"], post["faults"]]`)).toEqual([
    ...[1, "weibo", "post", []],
  ])
  const values = readOutside(`{name: field["value"] for name, field in post["fields"].items()}`)
  expect(values).toMatchObject({
    permalink: "https://m.weibo.cn/detail/5367814663823936",
    authorName: "林小满",
    authorId: "5012345678",
    ipLocation: "浙江",
    publishedAt: { at: "2026-11-21T14:08:31.000Z", plusMinusSeconds: 1 },
    reposts: { count: 12034, rounded: false },
    text: "再说一遍[怒]，青禾小学旁边那家“阿芳面馆”用的是过期肉，#阿芳面馆#\n老板娘赵芳自己心里清楚。",
  })
  expect(readOutside(`post["fields"]["reposts"]["others"][0]["raw"]`)).toBe("1.2万")
  expect(readOutside(`post["idTime"]["differenceSeconds"]`)).toBe(-97)
  expect(readOutside(`[c["fields"]["authorName"]["value"] for c in post["comments"]]`)).toEqual(["河边的猫"])
})

test("it is one of the files of the capture, read before anything was moved, and the page is as complete as without", () => {
  const { files, steps, gaps } = item().record
  expect(files.find(({ path }) => path === "post.json")).toMatchObject({ mediaType: "application/json" })
  const names = steps.map(({ name }) => name)
  expect(steps.find(({ name }) => name === "post-facts")).toMatchObject({ outcome: "done" })
  expect(names.indexOf("post-facts")).toBeLessThan(names.findIndex(name => /^scroll|^tiles/.test(name)))
  // It says of 3402 comments that it did not load them; nothing else is missing.
  expect(gaps.map(({ what }) => what)).toEqual(["not-loaded"])
})

test("the popup tells it in a line, and the bundle's readme with its sources", () => {
  expect(held.line).toContain("林小满 · ")
  expect(held.line).toMatch(/12,034/)
  const readme = readFileSync(join(bundle().folder, "00-readme.html"), "utf8")
  expect(readme).toContain("<bdi>林小满</bdi>")
  expect(readme).toContain("与页面显示时间相差 1 分钟 37 秒")
})

test("the verifier holds the bundle, and no longer once the post is another's", () => {
  expect(verify(bundle().zip)).toMatchObject({ status: 0, faults: [] })
  const bytes = readFileSync(bundle().zip)
  const [from, to] = [Buffer.from("林小满"), Buffer.from("林小美")]
  const at = bytes.indexOf(from, bytes.indexOf("/post.json"))
  expect(at).toBeGreaterThan(0)
  to.copy(bytes, at)
  const forged = join(browser.place.folder, "forged.zip")
  writeFileSync(forged, bytes)
  expect(verify(forged).status).toBe(1)
})
