/** What a site's server says when it is asked by us, with the user's cookies and without: kept, compared, and no secret in it. */
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { grantedHosts } from "../../scripts/browsers/granted.ts"
import { allowSite, switchOn } from "../../scripts/browsers/use-settings.ts"
import { type Route } from "../../scripts/site/serve-site.ts"
import { type ServerRecord } from "../../src/core/server/record.ts"
import { type Bundle, exportBundle, type Item, keep } from "./harness/exported.ts"
import { installed } from "./harness/installed.ts"
import { newPlace } from "./harness/place.ts"
import { servePages } from "./harness/site.ts"
import { extensionDir, target } from "./harness/target.ts"

const secrets = ["cookie-secret-1", "set-secret-2", "header-secret-3", "form-secret-4"]
const words = "张三上周在小区业主群里说李四欠钱不还，这完全不是事实。"
const long = "这一段只是让页面显得像一个普通的页面，有足够多的文字，与帖子的内容没有关系。".repeat(8)
const page = (body: string) =>
  `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>帖子</title><link rel="icon" href="data:,">${body}</html>`
const post = page(
  `<p>${words}</p><p>${long}</p><form><input type="hidden" name="csrf_token" value="${secrets[3]}"></form>`,
)
const html = { "Content-Type": "text/html; charset=utf-8" }
const isSignedIn = (cookie: string | undefined) => cookie?.includes(secrets[0] ?? "") === true

const routes: Readonly<Record<string, Route>> = {
  "/sign-in-here": (_request, response) => {
    response.writeHead(200, { ...html, "Set-Cookie": `sid=${secrets[0]}; Path=/; HttpOnly; SameSite=Lax` })
    response.end(page("in"))
  },
  "/members": ({ headers }, response) => {
    if (!isSignedIn(headers.cookie)) {
      response.writeHead(401, html).end(page("<p>请先登录再查看此内容。</p>"))
      return
    }
    const kept = { "Set-Cookie": `more=${secrets[1]}`, "X-Auth-Token": secrets[2] ?? "", "X-Plain": "plain" }
    response.writeHead(200, { ...html, ...kept }).end(post)
  },
  "/open": (_request, response) => void response.writeHead(200, html).end(post),
  "/moved": (_request, response) => void response.writeHead(302, { Location: "/open" }).end(),
  "/elsewhere": ({ headers }, response) => {
    if (isSignedIn(headers.cookie)) {
      response.writeHead(200, html).end(post)
      return
    }
    const login = `http://localhost:${new URL(site.origin).port}/login?back=1`
    response.writeHead(302, { Location: login }).end()
  },
  "/shell": (_request, response) => {
    const script = `document.body.append(Object.assign(document.createElement("p"), { textContent: decodeURIComponent("${encodeURIComponent(words + long)}") }))`
    response.writeHead(200, html).end(page(`<div id="app"></div><script>${script}</script>`))
  },
}
const site = await servePages({}, routes)
const folder = newPlace()
const browser = installed(grantedHosts(target, extensionDir, [site.origin], folder.profile))
afterAll(async () => {
  await site.close()
  folder.clear()
})

const paths = ["/members", "/open", "/moved", "/elsewhere", "/shell"] as const
const held: { bundle?: Bundle; before?: Item; loads?: number } = {}
const items = new Map<string, Item>()
const item = (path: (typeof paths)[number]): Item =>
  items.get(path) ?? expect.unreachable("told before the tests")
const server = (path: (typeof paths)[number]) => JSON.parse(item(path).text("server.json")) as ServerRecord
const stepOf = ({ record }: Item) => record.steps.find(({ name }) => name === "server-record")

beforeAll(async () => {
  const { driven } = browser
  const open = await driven.newPage(`${site.origin}/sign-in-here`)
  await switchOn(driven, "server-record")
  await open.goto(`${site.origin}/open`)
  await open.bringToFront()
  const early = await keep(driven, open)
  held.loads = site.count("/open")
  await allowSite(driven, site.origin)
  const names: string[] = []
  for (const path of paths) {
    await open.goto(`${site.origin}${path}`)
    await open.bringToFront()
    names.push((await keep(driven, open)).item)
  }
  held.bundle = await exportBundle(driven, open, driven.profile)
  held.before = held.bundle.item(early.item)
  for (const [index, path] of paths.entries()) items.set(path, held.bundle.item(names[index] ?? ""))
})

const bundle = () => held.bundle ?? expect.unreachable("told before the tests")

test("before the site is allowed nothing is asked, and the record says that the step was skipped and why", () => {
  const before = held.before ?? expect.unreachable("told before the tests")
  // Loaded by the user, and once by us for the source, as ever.
  expect(held.loads).toBe(2)
  expect(stepOf(before)).toMatchObject({ outcome: "skipped", code: "site/not-allowed" })
  expect(before.record.complete).toBe(true)
  expect(before.record.files.filter(({ source }) => source === "server")).toEqual([])
})

describe("where it is allowed", () => {
  test.each(paths)("%s is asked for with cookies and without, each request counted", path => {
    expect(stepOf(item(path))).toMatchObject({ outcome: "done" })
    expect(server(path).answers.map(({ cookies }) => cookies)).toEqual(["sent", "not-sent"])
    const asked = item(path).record.requests.filter(({ purpose }) => purpose === "server-record")
    expect(asked.length).toBe(server(path).answers.flatMap(({ hops }) => hops).length)
  })

  test("the server's address, status line, headers and times are kept", () => {
    const [own] = server("/members").answers
    expect(own?.hops).toMatchObject([
      { ip: "127.0.0.1", status: 200, statusLine: "HTTP/1.1 200 OK", url: `${site.origin}/members` },
    ])
    expect(own?.hops[0]?.responseHeaders).toEqual(
      expect.arrayContaining([
        { name: "X-Plain", value: "plain" },
        { name: "X-Auth-Token", value: "[redacted]", redacted: true },
        { name: "Set-Cookie", value: "[redacted]", redacted: true },
      ]),
    )
    expect(own?.hops[0]?.requestHeaders).toEqual(
      expect.arrayContaining([{ name: "Cookie", value: "[redacted]", redacted: true }]),
    )
  })

  test("no secret stands anywhere in the bundle", () => {
    const zip = readFileSync(bundle().zip)
    // The oracle does find what is there.
    expect(zip.includes("[redacted]")).toBe(true)
    for (const secret of secrets) expect([secret, zip.includes(secret)]).toEqual([secret, false])
  })

  test("the body is kept, with the digest of what came and of what is kept", () => {
    const body = server("/members").answers[0]?.body ?? expect.unreachable("it answered")
    const kept = item("/members").bytes(body.path)
    expect(body.receivedSha256).toBe(createHash("sha256").update(post).digest("hex"))
    expect(createHash("sha256").update(kept).digest("hex")).toBe(body.sha256)
    expect(kept.toString()).toBe(post.replace(secrets[3] ?? "", "*".repeat(13)))
    expect(item("/members").record.redacted).toContainEqual({
      what: "anti-forgery",
      count: 1,
      where: body.path,
    })
    const open = server("/open").answers[0]?.body
    expect(open?.bytes).toBe(Buffer.byteLength(post))
  })

  test.each([
    ["/members", "found", "not-public", "refused", 401],
    ["/open", "found", "public", "same-text", 200],
    ["/elsewhere", "found", "not-public", "log-in", 302],
    ["/shell", "inconclusive", "cannot-tell", "not-given-either", 200],
  ] as const)(
    "of %s the text is %s, and for a visitor it is %s (%s)",
    (path, verdict, view, reason, status) => {
      const { comparison, visitor, visitorStatus } =
        item(path).record.server ?? expect.unreachable("no summary")
      expect(comparison.verdict).toBe(verdict)
      expect([visitor.verdict, visitor.reason, visitorStatus]).toEqual([view, reason, status])
    },
  )

  test("an app shell is a reason to doubt, named", () => {
    expect(item("/shell").record.server?.comparison.doubts).toContain("app-shell")
  })

  test("redirections are followed within the site, each on record, and not to a site that was not allowed", () => {
    // The page in front is /open: the browser had followed it before.
    expect(server("/moved").url).toBe(`${site.origin}/open`)
    const [, visitor] = server("/elsewhere").answers
    expect(visitor?.outcome).toBe("sent-to-other-site")
    expect(visitor?.sentTo).toContain("/login?back=1")
    expect(site.count("/login")).toBe(0)
  })

  test("the list for people says both in sentences, in Chinese and in English", () => {
    const readme = readFileSync(join(bundle().folder, "00-readme.html"), "utf8")
    expect(readme).toContain("服务器拒绝提供。（状态 401。）")
    expect(readme).toContain("the server refused it. (Status 401.)")
  })

  test("the capture is complete as loaded, with an extra or without", () => {
    for (const path of paths) expect([path, item(path).record.gaps]).toEqual([path, []])
  })

  test("what the browser cannot tell of the connection is said", () => {
    expect(server("/open").connectionDetails).toBe(
      target === "firefox" ? "kept" : "not available in this browser",
    )
  })
})
