// @vitest-environment happy-dom
/** What stands in the place of a field in other words, and is another thing, or says the same. */
import { expect, test } from "vitest"
import { type FieldName } from "../../../../src/core/post-facts/fields.ts"
import { documentOf, factsOf, fixtures } from "./fixtures.ts"

const YOUTUBE = "51,234次观看 • 2026年11月21日 • #qinghe"
const VIDEO = (count: string) => `"page_info": { "type": "video", "play_count": "${count}" }, "pics": [`
const NO_DATA = /<script id="js-initialData"[^]*?<\/script>/

test.each<[FieldName, string, string, string, string, unknown]>([
  ["views", "of who watches", "youtube/next-video", YOUTUBE, "1,234 人正在观看 • 3小时前开始直播", null],
  [
    "views",
    "of who watches, in English",
    "youtube/next-video",
    YOUTUBE,
    "1,234 watching now • Started streaming 3 hours ago",
    null,
  ],
  ["views", "of who waits", "youtube/next-video", YOUTUBE, "12 waiting • Scheduled for Nov 30, 2026", null],
  [
    "views",
    "of a video that was streamed",
    "youtube/next-video",
    YOUTUBE,
    "51,234 views • Streamed live on Nov 21, 2026 • #watching",
    { count: 51234, rounded: false },
  ],
  [
    "views",
    "of its own video",
    "weibo/mobile-detail",
    '"pics": [',
    VIDEO("265万次播放"),
    { count: 2650000, rounded: true },
  ],
  [
    "views",
    "of a video that it passes on",
    "weibo/mobile-detail",
    '"pics": [',
    `"retweeted_status": { "id": "5367814663823000" }, ${VIDEO("265万次播放")}`,
    null,
  ],
  [
    "views",
    "of an article in it",
    "weibo/mobile-detail",
    '"pics": [',
    VIDEO("2").replace("video", "article"),
    null,
  ],
  [
    "reposts",
    "in traditional characters",
    "weibo/desktop-post",
    "1.2万",
    "1.2萬",
    { count: 12000, rounded: true },
  ],
  [
    "ipLocation",
    "before other words",
    "zhihu/desktop-answer",
    "IP 属地浙江",
    "IP 属地浙江・著作权归作者所有",
    "浙江",
  ],
])("%s %s, of %s", (field, _what, fixture, from, to, value) => {
  const { html, meta } = fixtures.find(({ name }) => name === fixture) ?? expect.unreachable(fixture)
  const bare = fixture.startsWith("zhihu/") ? html.replace(NO_DATA, "") : html
  const changed = bare.replaceAll(from, () => to)
  expect(changed).not.toBe(bare)
  const { fields } = factsOf(documentOf(changed), meta)
  expect([fields[field].value, fields[field].verdict]).toEqual([value, value === null ? "not-found" : "ok"])
})
