/** An example item as the product closes one: with pictures of the size that its record states, and with its log listed. */
import { type Bytes } from "../../../src/core/bytes.ts"
import type { CaptureRecord } from "../../../src/core/evidence.ts"
import type { ItemSnapshot } from "../../../src/core/bundle/snapshot.ts"
import { readPngSize } from "../../../src/core/png.ts"
import { exampleItem, pixel } from "./example.ts"

/** What a page that is whole has, whatever else it has. */
const pictures = { "frames/0000.png": pixel, "frames/0001.png": pixel, "page-1.png": pixel }

/** As `exampleItem`, with frames and a page stitched of them where none are given: without them, no page is whole. */
export function wholeItem(
  item: string,
  contents: Readonly<Record<string, string | Bytes>>,
  facts: Partial<CaptureRecord> = {},
): ItemSnapshot {
  const all = { ...pictures, ...contents }
  const { record, files } = exampleItem(item, all, facts)
  const frames = record.frames.map(frame => {
    const content = Object.entries(all).find(([path]) => path === frame.path)?.[1] ?? ""
    const size = typeof content === "string" ? {} : readPngSize(content)
    return { ...frame, ...size }
  })
  const page = record.files.find(file => file.path === "page-1.png")
  if (page === undefined) throw new Error("an item without a page")
  const from = frames.map(frame => frame.path)
  const pages = [{ path: page.path, sha256: page.sha256, from, y: 0, height: 1 }]
  const log = files.find(({ path }) => path === "log.jsonl")
  if (log === undefined) throw new Error("an item without a log")
  const { path, sha256, sm3, bytes } = log
  const at = record.endedAt
  const listed = { path, sha256, sm3, bytes, at, mediaType: "application/jsonl", source: "derived" } as const
  return exampleItem(item, all, {
    frames,
    pages,
    ...facts,
    files: [...(facts.files ?? record.files), listed],
  })
}

/** Two items of one site: a whole one, and one with gaps. */
export const wholeItems = (): ItemSnapshot[] => [
  wholeItem("e001", {
    "dom-before.html": "<!doctype html><title>示例帖子</title>",
    "text.txt": "示例帖子\n正文",
  }),
  wholeItem(
    "e003",
    { "source.html": "<!doctype html>" },
    {
      url: "https://example.cn/post/2?page=3",
      title: "第二个帖子",
      complete: false,
      gaps: [
        { what: "folded", reason: "not-unfolded", count: 3, where: null },
        { what: "frames", reason: "stopped", count: null, where: "y 1600" },
      ],
    },
  ),
]
