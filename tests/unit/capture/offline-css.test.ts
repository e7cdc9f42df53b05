import fc from "fast-check"
import { describe, expect, test } from "vitest"
import { type CssPiece, cssPieces } from "../../../src/capture/offline/css.ts"

/** As it is written in the end, with a mark for each thing to load. */
const written = (css: string) => cssPieces(css).map(markOf).join("")

function markOf(piece: CssPiece): string {
  if (typeof piece === "string") return piece
  if ("address" in piece) return `url(data:${piece.address})`
  return `${piece.import.before}IMPORT ${piece.import.address}${piece.import.after}`
}

const addressesOf = (pieces: readonly CssPiece[]): string[] =>
  pieces.flatMap(piece => (typeof piece === "object" && "address" in piece ? [piece.address] : []))

describe("whatever a sheet loads is found, however it is spelt", () => {
  test.each([
    ["bare", "a{background:url(x/y.png)}", "x/y.png"],
    ["in quotes", `a{background:url( "x y.png" )}`, "x y.png"],
    ["in capitals", "a{background:URL('a.png')}", "a.png"],
    ["with escapes in the name", "a{background:\\75 r\\6c(a.png)}", "a.png"],
    ["with escapes in the address", "a{background:url(\\61\\.png)}", "a.png"],
    ["in a custom property", "a{--x:url(a.png)}", "a.png"],
    ["a font", "@font-face{src:local('x'),url(a.woff2) format('woff2')}", "a.woff2"],
    ["a string of an image set", "a{background:image-set('a.png' 1x)}", "a.png"],
    ["a string of the older image set", "a{background:-webkit-image-set('a.png' 1x)}", "a.png"],
    ["a string of src()", "@font-face{src:src('a.woff')}", "a.woff"],
    ["without an end", "a{background:url(a.png", "a.png"],
    ["in quotes without an end", "a{background:url('a.png", "a.png"],
    ["with what is no address yet", "a{background:url(a.png b(c)}", "a.png b(c"],
    ["after a comment without an end of its own", "/* a */a{b:url(a.png)}/* url(b.png)", "a.png"],
    ["in a media query's block", "@media print{a{b:url(a.png)}}", "a.png"],
    ["in a style attribute", "background:url(a.png) no-repeat", "a.png"],
  ])("%s", (_name, css, address) => {
    expect(addressesOf(cssPieces(css))).toEqual([address])
    expect(
      cssPieces(css)
        .filter(piece => typeof piece === "string")
        .join(""),
    ).not.toContain(address)
  })

  test("two in one value", () => {
    expect(addressesOf(cssPieces("a{background:image-set(url(a.png) 1x, 'b.png' 2x)}"))).toEqual([
      "a.png",
      "b.png",
    ])
  })

  test.each([
    ["text", `a::before{content:"http://x/"}`],
    ["a format", "@font-face{font-family:x;src:local('http://x/')}"],
    ["a comment", "/* url(http://x/) */a{color:red}"],
    ["a name in the same document", "a{filter:url(#f)}"],
    ["a longer name", "a{b:curl(x)}"],
    ["a hash, a number", "a{b:#url(x);c:1url(x)}"],
  ])("and nothing else: %s", (_name, css) => {
    expect(addressesOf(cssPieces(css))).toEqual([])
  })
})

test.each([
  ["an import", "@import url(a.css);b{}", "IMPORT a.cssb{}"],
  ["by a string", "@import 'a.css';", "IMPORT a.css"],
  [
    "after a layer and another",
    "@layer x;@import 'a.css';@import 'b.css';",
    "@layer x;IMPORT a.cssIMPORT b.css",
  ],
  [
    "with conditions",
    "@import 'a.css' layer(x.y) supports((display:grid) and (b:c)) screen and (width>9px);",
    "@layer x.y{@supports ((display:grid) and (b:c)){@media screen and (width>9px){IMPORT a.css}}}",
  ],
  ["with a layer without a name", "@import 'a.css' layer;", "@layer {IMPORT a.css}"],
  ["after a rule, where it does not count", "a{}@import 'a.css';b{}", "a{}b{}"],
  ["in a block, where it does not count", "@media all{@import 'a.css';b{}}", "@media all{b{}}"],
  ["without an end", "@import 'a.css", "IMPORT a.css"],
  ["of nothing", "@import x;b{}", "b{}"],
])(
  "an import stands where its rules will, in the blocks that mean its conditions: %s",
  (_name, css, wanted) => {
    expect(written(css)).toBe(wanted)
  },
)

test.each([
  [
    "links are told by what stands in their address's place",
    "a:link:hover,b:any-link{}",
    "a:is(:link,[data-holdfast-href]):hover,b:is(:link,[data-holdfast-href]){}",
  ],
  [
    "but not what only looks so",
    "a::link{color:link}b:visited{}",
    "a::link{color:is(:link,[data-holdfast-href])}b:visited{}",
  ],
  ["the character set is UTF-8, whatever it was", "@charset 'gbk';a{}", "a{}"],
  [
    "a name space is no address",
    "@namespace svg url(http://www.w3.org/2000/svg);svg|a{}",
    '@namespace svg "http://www.w3.org/2000/svg";svg|a{}',
  ],
  [
    "a sheet's words cannot end its element",
    "a{content:'</style><img src=x>'}",
    'a{content:"\\3c /style\\3e \\3c img src=x\\3e "}',
  ],
  ["nor what stands between them", "a{}</style><b>{}", "a{}< /style>< b>{}"],
  [
    "a name keeps its odd characters",
    ".sm\\:a,.\\31 0,.a\\<b,#\\-1,#a\\:b{c:#123}",
    ".sm\\3a a,.\\31 0,.a\\3c b,#\\2d \\31 ,#a\\3a b{c:#123}",
  ],
  ["a comparison stays one", "@media (400px<=width<500px){}", "@media (400px<=width<500px){}"],
])("%s", (_name, css, wanted) => {
  expect(written(css)).toBe(wanted)
})

const EVIL = "evil.example"
const junk = fc.constantFrom(
  ...[
    "a",
    "{",
    "}",
    "(",
    ")",
    ";",
    ":",
    ",",
    '"',
    "'",
    "\\",
    "\n",
    "/*",
    "*/",
    " ",
    "@media x",
    "@import",
    "url",
    "src(",
    "image-set(",
  ],
  ...[
    "<",
    "</style>",
    "<!--",
    "-->",
    "\\75",
    "#",
    "1",
    "-",
    "--",
    "\0",
    "\\\n",
    "\u00e9",
    "😀",
    "var(--x)",
    "format(",
  ],
)
const hostile = fc.constantFrom(
  ...[
    `url(http://${EVIL}/)`,
    `URL( "//${EVIL}/" )`,
    `\\75\\72\\6c(http://${EVIL})`,
    `u\\72 l('http://${EVIL}'`,
    `url(//${EVIL}`,
  ],
  ...[
    `@import "//${EVIL}";`,
    `@import url(//${EVIL}) print;`,
    `@\\69mport '//${EVIL}';`,
    `image-set("//${EVIL}" 1x)`,
    `src("//${EVIL}")`,
  ],
)

/** Whatever in a written sheet would load: found by other means than the writer's. */
function loads(text: string): string[] {
  // Strings are all written in one way, so that this finds every one.
  const outside = text
    .replace(/url\("(#(?:[^"\\]|\\.)*)?"\)/g, "own")
    .replace(/"(?:[^"\\]|\\.)*"/g, '""')
    // An escaped character is part of a name, whatever it is.
    .replace(/\\([\da-f]{1,6})\s?/gi, (_, hex: string) => {
      const code = Number.parseInt(hex, 16)
      return code > 0x7f || !/\w/.test(String.fromCharCode(code)) ? "_" : String.fromCharCode(code)
    })
    .replace(/\\[^\n]/g, "_")
  const names = String.raw`(?<![\w\\#@\u0080-\uffff-])`
  const loading = String.raw`${names}url\((?!data:,\))|${names}(?:image-set|src)\([^()]*""|(?<!\\)@import(?![\w\\\u0080-\uffff-])`
  return Array.from(outside.matchAll(new RegExp(loading, "gi")), ([found]) => found)
}

test.each(["a{b:url(//x)}", 'a{b:\\75rl("//x")}', "@import 'x'", 'a{b:src("x")}'])(
  "the test finds what loads: %s",
  css => {
    expect(loads(css)).toHaveLength(1)
  },
)

test("no mixture of the two leaves an address outside of text, or a tag anywhere", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(junk, hostile), { maxLength: 30 }), parts => {
      const text = cssPieces(parts.join(""))
        .map(piece => (typeof piece === "string" ? piece : "url(data:,)"))
        .join("")
      expect(text).not.toMatch(/<[a-z/!?]/i)
      expect(loads(text)).toEqual([])
    }),
    { numRuns: 5_000 },
  )
})
