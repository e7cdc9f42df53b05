/** The package as a shop gets it: what the linter of addons.mozilla.org says of it, and every address that is in it. */
import { execFile } from "node:child_process"
import { appendFileSync, cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { promisify } from "node:util"
import { afterAll, beforeAll, expect, test } from "vitest"
import { asFields, asList, asString } from "../../../src/core/parse.ts"

const run = promisify(execFile)
const scratch = mkdtempSync(join(tmpdir(), "holdfast-package-"))
const browsers = ["chrome", "firefox"] as const

beforeAll(async () => {
  await run(process.execPath, ["scripts/run.js", "scripts/build/main.ts", scratch])
}, 300_000)

afterAll(() => {
  rmSync(scratch, { recursive: true })
})

interface Said {
  readonly errors: readonly string[]
  /** As `code file: what of it`. */
  readonly warnings: readonly string[]
}

async function linted(folder: string): Promise<Said> {
  // It ends with 1 where it finds errors, and says which all the same.
  const ran = await run("node_modules/.bin/addons-linter", [folder, "--output", "json"], {
    maxBuffer: 32 * 1024 * 1024,
  }).catch((thrown: unknown) => asFields(thrown, "a linter that failed"))
  const found = asFields(JSON.parse(asString(ran.stdout, "stdout")), "report")
  const lines = (list: unknown) =>
    asList(list, "findings", item => {
      const { code, file, message } = asFields(item, "finding")
      // What pages share is named by a hash of its content.
      const name = String(file).replace(/chunk-\w+/, "chunk")
      return `${asString(code, "code")} ${name}: ${asString(message, "message")}`
    }).sort()
  return { errors: lines(found.errors), warnings: [...new Set(lines(found.warnings))] }
}

/** All that it may warn of, and why that is right. */
const understood: Readonly<Record<string, string>> = {
  "KEY_FIREFOX_ANDROID_UNSUPPORTED_BY_MIN_VERSION manifest.json: Manifest key not supported by the specified minimum Firefox for Android version":
    "The manifest has no gecko_android: it is not offered for Android.",
  "UNSAFE_VAR_ASSIGNMENT redrawn.js: Unsafe assignment to innerHTML":
    "html2canvas, of ten times the same emoji: how wide it is says what the browser can.",
  "UNSAFE_VAR_ASSIGNMENT redrawn.js: Unsafe call to documentClone.write for argument 0":
    "html2canvas, of a doctype and an empty element, twice: in a frame of ours whose policy lets nothing run or load (capture/redrawn/draw.ts).",
  "UNSAFE_VAR_ASSIGNMENT shared/chunk.js: Unsafe call to import for argument 0":
    "zip.js, for workers of its own, which core/verify/archive.ts never lets it start; the policy would not let it either.",
  "UNSUPPORTED_API shared/chunk.js: offscreen.createDocument is not supported":
    "Called only where the background is no page (platform/workshop.ts), which in Firefox it always is.",
  "UNSUPPORTED_API shared/chunk.js: sidePanel.open is not supported":
    "Called by ?. and only where the browser has it (platform/panel.ts), which Firefox has not.",
  "UNSUPPORTED_API shared/chunk.js: tabCapture.getMediaStreamId is not supported":
    "Called only where the browser has it (platform/tab-stream.ts), and only where the manifest names its permission.",
  "UNSUPPORTED_API background.js: pageCapture.saveAsMHTML is not supported":
    "Called by ?. and only where the manifest names its permission (platform/archive.ts), which Firefox's does not.",
  "UNSUPPORTED_API content.js: dom.openOrClosedShadowRoot is not supported":
    "Called by ?. where the element itself cannot tell (capture/snapshot.ts), which in Firefox it can.",
}

test("the linter of addons.mozilla.org finds no error, and warns of nothing but what is understood", async () => {
  expect(await linted(join(scratch, "firefox"))).toEqual({
    errors: [],
    warnings: Object.keys(understood).sort(),
  })
}, 300_000)

test("it would have warned of HTML made of text, and of text run as code", async () => {
  const spoilt = join(scratch, "spoilt")
  for (const file of ["manifest.json", "ui/popup.js"]) {
    cpSync(join(scratch, "firefox", file), join(spoilt, file))
  }
  appendFileSync(
    join(spoilt, "ui/popup.js"),
    "document.body.innerHTML = location.hash; eval(location.hash)\n",
  )
  const { warnings } = await linted(spoilt)
  const codes = warnings.filter(line => line.includes("ui/popup.js")).map(line => line.split(" ")[0])
  expect(codes).toEqual(expect.arrayContaining(["DANGEROUS_EVAL", "UNSAFE_VAR_ASSIGNMENT"]))
}, 300_000)

/** Every address that stands in the package, and why: none is asked for unless the user switches it on. */
const addresses: Readonly<Record<string, string>> = {
  "http://*/*": "Any host may be asked for, one by one, when the user switches it on (manifest.json).",
  "https://*/*": "The same.",
  "http://timestamp.digicert.com/":
    "A time stamp authority that the settings offer (core/stamp/authority.ts).",
  "http://ts.ssl.com/": "Another one.",
  ...Object.fromEntries(
    ["alice.btc.calendar.opentimestamps.org", "bob.btc.calendar.opentimestamps.org"]
      .concat(["btc.calendar.catallaxy.com", "finney.calendar.eternitywall.com"])
      .map(host => [
        `https://${host}`,
        "An OpenTimestamps calendar that the settings offer (core/ots/calendars.ts).",
      ]),
  ),
  ...Object.fromEntries(
    ["https://api.drand.sh", "https://drand.cloudflare.com", "https://beacon.nist.gov"].map(address => [
      address,
      "A source of public random numbers that the settings offer (core/bracket/beacons.ts).",
    ]),
  ),
  "http://bit.ly/2kdckMn": "Dexie, in the text of an error.",
  "http://www.w3.org/1999/xhtml": "The name of HTML among the kinds of XML (capture/snapshot.ts).",
  "http://www.w3.org/2000/svg": "The name of SVG among them, in our icon.",
  // The curves of age's library, and of drand's signatures, name their sources in comments; nothing is asked of them.
  "https://crypto.stackexchange.com/a/57734": "noble-curves, in a comment.",
  "https://eprint.iacr.org/2015/1060,": "noble-curves, in a comment.",
  ...Object.fromEntries(
    ["2009/565.pdf", "2010/354.pdf", "2017/419.pdf", "2019/403", "2019/814.pdf", "2021/1130.pdf"].map(
      paper => [`https://eprint.iacr.org/${paper}`, "noble-curves, in a comment."],
    ),
  ),
  "https://ethresear.ch/t/fast-verification-of-multiple-bls-signatures/5407": "noble-curves, in a comment.",
  "https://www.rfc-editor.org/errata/eid8393": "noble-curves, in a comment.",
  ...Object.fromEntries(
    ["", "/algorithm", "/type", "/usages"].map(name => [
      `https://developer.mozilla.org/en-US/docs/Web/API/CryptoKey${name}`,
      "age's library, in a comment of what opens a file.",
    ]),
  ),
  "https://example.com:8080": "html2canvas, in a comment.",
  "https://hyperelliptic.org/EFD/g1p/auto-twisted-extended.html#addition-add-2008-hwcd":
    "noble-curves, in a comment.",
  "https://hyperelliptic.org/EFD/g1p/auto-twisted-extended.html#doubling-dbl-2008-hwcd":
    "noble-curves, in a comment.",
  ...Object.fromEntries(
    ["", "/Comment", "/CommentAction", "/DiscussionForumPosting", "/LikeAction"]
      .concat(["/Person", "/ShareAction", "/ViewAction"])
      .map(name => [`https://schema.org${name}`, "The practice post, as a name in its own data."]),
  ),
  "https://www.ntsc.ac.cn/":
    "A time page, opened in the recorded tab on the user's click alone (core/procedure/steps.ts).",
  "https://time.is/": "Another one.",
  "https://tinyurl.com/y2uuvskb": "Dexie, in the text of an error.",
  "https://yorickshan.github.io/html2canvas-pro/": "html2canvas, in a comment.",
}

/** report.js asks for nothing at all: what its libraries name are the sources of their tables, and kinds of metadata. */
const inReport: readonly string[] = [
  "http://msdn.microsoft.com/en-us/library/system.text.encoding(v=vs.110",
  "http://ns.adobe.com/pdf/1.3/",
  "http://ns.adobe.com/xap/1.0/",
  "http://purl.org/dc/elements/1.1/",
  "http://unicode.org/Public/MAPPINGS/VENDORS/APPLE/",
  "http://www.aiim.org/pdfa/ns/id/",
  "http://www.aiim.org/pdfua/ns/id/",
  "http://www.freetype.org/freetype2/docs/glyphs/glyphs-6.html#section-2",
  "http://www.microsoft.com/typography/otspec/scripttags.htm",
  "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
  "https://en.wikipedia.org/wiki/Ascender_(typography",
  "https://en.wikipedia.org/wiki/Cap_height",
  "https://en.wikipedia.org/wiki/Descender",
  "https://en.wikipedia.org/wiki/X-height",
  "https://tools.ietf.org/html/rfc3454#section-6",
  "https://tools.ietf.org/html/rfc4013#section-2.3",
  "https://tools.ietf.org/html/rfc4013#section-2.5",
  "https://www.microsoft.com/typography/otspec/featuretags.htm",
]

/** ExifReader names kinds of metadata by these, and asks for nothing. */
const inExif: readonly string[] = [
  "http://fallback.namespace/",
  "http://ns.adobe.com/exif/1.0/",
  "http://ns.adobe.com/photoshop/1.0/",
  "http://ns.adobe.com/tiff/1.0/",
  "http://ns.adobe.com/xap/1.0/\\0",
  "http://ns.adobe.com/xap/1.0/mm/",
  "http://ns.adobe.com/xap/1.0/sType/ResourceEvent#",
  "http://ns.adobe.com/xap/1.0/sType/ResourceRef#",
  "http://ns.adobe.com/xmp/extension/\\0",
]

/** viewing.js asks for nothing either: it reads a Blob and writes a file; the library names specifications, in comments and errors. */
const inViewing: readonly string[] = [
  "https://aomediacodec.github.io/av1-isobmff/.",
  "https://bugs.chromium.org/p/chromium/issues/detail?id=1377842",
  "https://developer.mozilla.org/en-US/docs/Web/API/AudioDecoder",
  "https://developer.mozilla.org/en-US/docs/Web/API/Blob",
  "https://developer.mozilla.org/en-US/docs/Web/API/EncodedAudioChunk",
  "https://developer.mozilla.org/en-US/docs/Web/API/EncodedVideoChunk",
  "https://developer.mozilla.org/en-US/docs/Web/API/VideoDecoder",
  "https://mozilla.org/MPL/2.0/.",
  "https://www.w3.org/TR/webcodecs-aac-codec-registration/.",
  "https://www.w3.org/TR/webcodecs-flac-codec-registration/.",
  "https://www.w3.org/TR/webcodecs-vorbis-codec-registration/.",
  "https://www.w3.org/TR/webcodecs/#audio-decoder-config",
  "https://www.w3.org/TR/webcodecs/#video-decoder-config",
  "https://www.webmproject.org/vp9/mp4/.",
]

/** word.js asks for nothing either: these are names of kinds of XML, beside those of Office, and two of docx's comments. */
const inWord: readonly string[] = [
  "http://purl.oclc.org/ooxml/officeDocument/relationships/theme",
  "http://purl.org/dc/dcmitype/",
  "http://purl.org/dc/terms/",
  "http://www.w3.org/2001/XMLSchema-instance",
  "https://answers.microsoft.com/en-us/msoffice/forum/all/does-word-support-more-than-9-list-levels/d130fdcd-1781-446d-8c84-c6c79124e4d7",
  "https://www.npmjs.com/package/xml",
]

/** The names of Office's kinds of XML and of their relations, by which every part of a Word document is called. */
const OFFICE = /^http:\/\/schemas\.(?:openxmlformats\.org|microsoft\.com\/office)\/[\w/-]+$/

/** The addresses of posts, put together by the site's adapter in `capture/sites` to be kept, and never asked for. */
const permalinks: Readonly<Record<string, readonly string[]>> = {
  douyin: ["https://${hostname}/share", "https://www.douyin.com", "https://www.douyin.com/video/${over}"],
  douban: ["https://${host}${url.pathname.replace(/\\/?$/,"],
  weibo: [
    "https://m.weibo.cn/detail/",
    "https://m.weibo.cn/detail/${id}",
    "https://weibo.com/${uid}/${id}",
    "https://weibo.com/detail/",
    "https://weibo.com/detail/${only}",
    "https://weibo.com/ttarticle/p/show?id=",
    "https://weibo.com/tv/show/",
    "https://weibo.com/u/${uid}",
  ],
  weixin: ["https://mp.weixin.qq.com/s/${slug}", "https://mp.weixin.qq.com/s?${kept.join("],
  bilibili: ["https://t.bilibili.com/${part.id}", "https://www.bilibili.com/${part.kind}/${part.id}"],
  tieba: ["https://tieba.baidu.com/p/${thread}"],
  kuaishou: ["https://www.kuaishou.com/short-video/${id}"],
  toutiao: ["https://www.toutiao.com/${folder}/${id}/"],
  xiaohongshu: ["https://www.xiaohongshu.com/explore/${id}"],
  x: [
    "https://x.com/${account}",
    "https://x.com/${name",
    "https://x.com/${own.handle}/status/${own.id}",
    "https://x.com/${writer}/article/${article}",
  ],
  instagram: [
    "https://www.instagram.com/",
    "https://www.instagram.com/${account}/",
    "https://www.instagram.com/${post.kind}/${post.code}/",
    "https://www.instagram.com/stories/${account}/${story}/",
  ],
  reddit: ["https://www.reddit.com/${path}", "https://www.reddit.com/user/${user}/"],
  youtube: ["https://www.youtube.com/${path}${named}"],
  facebook: ["https://www.facebook.com/${path}${named}", "https://www.facebook.com/profile.php?id=${id}"],
  zhihu: [
    "https://www.zhihu.com${question",
    "https://www.zhihu.com/answer/",
    "https://www.zhihu.com/pin/",
    "https://zhuanlan.zhihu.com/p/",
    "https://www.zhihu.com/pin/${id}",
    "https://www.zhihu.com/question/${id}",
    "https://www.zhihu.com/zvideo/${id}",
    "https://zhuanlan.zhihu.com/p/${id}",
  ],
}

/** Files that a browser reads; maps are for people. */
const read = (): [file: string, text: string][] =>
  browsers.flatMap(browser =>
    readdirSync(join(scratch, browser), { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile() && /\.(?:js|html|css|json|svg)$/.test(entry.name))
      .map(entry => join(entry.parentPath, entry.name))
      .map((file): [string, string] => [file.slice(scratch.length + 1), readFileSync(file, "utf8")]),
  )
const matches = (
  pattern: RegExp,
  what: (match: RegExpExecArray) => string,
  where: (file: string) => boolean = () => true,
) => {
  const files = read().filter(([file]) => where(file))
  return [...new Set(files.flatMap(([, text]) => [...text.matchAll(pattern)].map(what)))].sort()
}
/** verify.html is minified, and its own policy lets it ask for nothing at all: a story watches it. */
const isOurs = (file: string) => !/^\w+\/verify\.html$/.test(file)

test("every address in the package is on the list, with its reason", () => {
  const found = (where: (file: string) => boolean) =>
    matches(/(?:https?|wss?|ftp):\/\/[^\s"'`<>)\]]+/g, match => match[0], where)
  const isWord = (file: string) => /^\w+\/word\.js$/.test(file)
  const listed = [
    ...Object.keys(addresses),
    ...inReport,
    ...inViewing,
    ...inExif,
    ...inWord,
    ...Object.values(permalinks).flat(),
  ]
  expect(found(() => true).filter(address => !OFFICE.test(address))).toEqual(listed.sort())
  expect(found(file => !isWord(file)).filter(address => OFFICE.test(address))).toEqual([])
})

test("no page and no style of the package loads anything from elsewhere", () => {
  const loads =
    /(?:\b(?:src|srcset|href|action|data)\s*=\s*["']?|url\(\s*["']?|@import\s+["']?)(?:\w+:)?\/\//g
  const pages = read().filter(([file]) => /\.(?:html|css)$/.test(file))
  expect(pages.length).toBeGreaterThan(3)
  expect(
    pages.flatMap(([file, text]) => [...text.matchAll(loads)].map(match => `${file}: ${match[0]}`)),
  ).toEqual([])
})

test("the package asks for the captured address and for files of its own, and posts to authorities, by no other way than this", () => {
  const asks =
    /\b(fetch|XMLHttpRequest|WebSocket|EventSource|sendBeacon|importScripts|WebTransport|RTCPeerConnection|SharedWorker|Worker)\s*\(([^,)]*)/g
  const name = (text: string) => text.replace(/\w+\.default\.runtime/, "runtime").trim()
  expect(matches(asks, match => `${match[1] ?? ""}(${name(match[2] ?? "")}`, isOurs)).toEqual([
    // A file of our own, for the report's pictures (workshop/pictures/pictures.ts).
    "Worker(WORKER",
    // fflate, for compressing out of sight, which PDFKit never asks of it; the policy would not let a Blob run.
    `Worker(ch2[id] || (ch2[id] = URL.createObjectURL(new Blob([\n    c + ';addEventListener("error"`,
    // zip.js again: workers that it is told not to start.
    "Worker(resolvedURI",
    "Worker(webWorkerURI",
    // html2canvas: by a proxy, which it is given none of, and to see what the browser can.
    "XMLHttpRequest(",
    `fetch(location.href`,
    // What the page itself had loaded, for its copy (capture/offline/read-parts.ts).
    `fetch(part.url`,
    `fetch(runtime.getURL(path`,
    // A time stamp authority's address (platform/post.ts), which the user switched on.
    `fetch(url`,
  ])
})
