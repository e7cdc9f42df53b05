// @vitest-environment happy-dom
/** No page that is known to have no wall is told to have one, whether it stands in the page or in a box over it. */
import { expect, test } from "vitest"
import { ACCOUNT_SIGNS, IN_PLACE } from "../../../src/capture/walls.ts"
import { findIn } from "../../../src/capture/unclobbered.ts"
import { wallIn, type WallKind } from "../../../src/core/walls.ts"
import { documentOf, fixtures } from "./sites/fixtures.ts"

const WALLED: Readonly<Record<string, WallKind>> = {
  "facebook/login-wall": "sign-in",
  "instagram/login-wall": "sign-in",
  "xiaohongshu/login-wall": "sign-in",
  "zhihu/login-wall": "sign-in",
  "weixin/search-address": "verification",
}

const coverOf = (html: string, isWholePage: boolean) => {
  const root = documentOf(html).documentElement
  const asksForAccount = findIn(root, ACCOUNT_SIGNS).length > 0
  const names = findIn(root, "iframe, [id], [class]")
    .flatMap(element => ["id", "class", "src"].map(name => element.getAttribute(name) ?? ""))
    .join(" ")
  for (const script of findIn(root, "script, style, template, head")) script.remove()
  return { isWholePage, text: root.textContent, names, asksForAccount }
}

test.each(fixtures.filter(({ name }) => WALLED[name] === undefined))("$name has none", ({ html }) => {
  expect(wallIn(coverOf(html, true))).toBeNull()
  expect(wallIn(coverOf(html, false))).toBeNull()
})

test.each(fixtures.filter(({ name }) => WALLED[name] !== undefined))("$name has one", ({ name, html }) => {
  expect(wallIn(coverOf(html, true))).toBe(WALLED[name])
  expect(wallIn(coverOf(html, false))).toBe(WALLED[name])
})

test("what YouTube shows in the place of a video is looked at as a box is", () => {
  const page = documentOf(
    "<body><ytd-app><div id=error-screen><yt-playability-error-supported-renderers>Sign in to confirm your age</yt-playability-error-supported-renderers></div></ytd-app></body>",
  )
  expect(findIn(page.documentElement, IN_PLACE).map(({ textContent }) => textContent)).toEqual([
    "Sign in to confirm your age",
  ])
})
