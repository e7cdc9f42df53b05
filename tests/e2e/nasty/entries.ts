/** Every page of capture.md §5 by its number: where it is held, or why it cannot be here. */

export interface Entry {
  readonly title: string
  /** `here`: at least one of the pages in this folder carries its number. */
  readonly here?: true
  /** Tests that hold it elsewhere: the file, and words that stand in it. */
  readonly story?: readonly (readonly [file: string, words: string])[]
  /** What of it cannot run on the test machines, and why. */
  readonly cannot?: string
}

const e2e = (file: string, words: string) => [`tests/e2e/${file}.test.ts`, words] as const
const unit = (file: string, words: string) => [`tests/unit/${file}.test.ts`, words] as const

export const entries: Readonly<Record<number, Entry>> = {
  1: {
    title: "50,000 px in 500 bands",
    story: [e2e("tall", "pixels high"), e2e("stitching", "device pixels per CSS pixel")],
  },
  2: {
    title: "120,000 px",
    story: [
      e2e("tall", "pixels high"),
      unit("core/stitch", "no page is larger than a canvas can be"),
      e2e("page-restored", "/endless"),
    ],
    cannot:
      "120,000 px whole take minutes on two busy cores: npm run faults -- large captures them to the last row; a limit in the middle of them is run",
  },
  3: {
    title: "sticky header, fixed footer and bubble",
    here: true,
    story: [e2e("page-restored", "has the fixed header and the sticky bar once")],
  },
  4: { title: "headers that become fixed later, and that come back", here: true },
  5: { title: "many sticky headings", here: true },
  6: { title: "an app shell", story: [e2e("inner-scrollers", "an app whose main part scrolls")] },
  7: {
    title: "scrollers side by side; a modal over a locked page",
    story: [
      e2e("inner-scrollers", "a list and a pane side by side"),
      e2e("inner-scrollers", "a dialog over a page that is locked"),
    ],
  },
  8: {
    title: "smooth scrolling",
    story: [e2e("page-restored", "scroll-behavior: smooth")],
    cannot:
      "a headless compositor does not animate a scroll, so that the style is taken off, and not fought against",
  },
  9: { title: "scroll snapping", here: true, story: [e2e("page-restored", "scroll-snap-type: y mandatory")] },
  10: { title: "smooth-scroll libraries", here: true, story: [e2e("hostile", "it scrolls back each time")] },
  11: { title: "wider than the window", here: true, story: [e2e("gaps", "a page wider than the window")] },
  12: { title: "right to left, negative positions", here: true },
  13: { title: "vertical-rl", here: true },
  14: { title: "quirks mode", here: true },
  15: { title: "a frameset", here: true },
  16: {
    title: "XHTML, SVG, text, JSON, XML",
    here: true,
    story: [e2e("hostile", "plain text"), e2e("hostile", "JSON"), e2e("hostile", "XML")],
  },
  17: { title: "an image document", here: true, story: [e2e("hostile", "a picture alone")] },
  18: { title: "fixed backgrounds, parallax, blurred headers", here: true },
  19: { title: "content-visibility", here: true },
  20: { title: "reveal on scroll, scroll-driven animations", here: true },
  21: { title: "zoom", here: true },
  22: {
    title: "device pixel ratios",
    here: true,
    story: [e2e("stitching", "device pixels per CSS pixel")],
    cannot:
      "ratio 3: a window of three times the pixels takes minutes without a graphics card; 1 to 2 are run",
  },
  23: { title: "products of both", here: true },
  24: {
    title: "pinch zoom",
    story: [unit("background/page-capture", "pinched")],
    cannot:
      "no pinch can be made from outside of both browsers: the stories drive them by windows, keys and clicks",
  },
  25: {
    title: "the window moves to a screen of another ratio",
    story: [unit("background/page-capture", "another screen")],
    cannot: "the virtual display has one screen",
  },
  26: { title: "a narrow window", here: true },
  27: {
    title: "developer tools",
    cannot:
      "headless browsers open none, and the tools in a window of their own are no tab that could be captured",
  },
  28: {
    title: "lazy pictures",
    here: true,
    story: [e2e("named-pictures", "those that come when they are seen are waited for")],
  },
  29: {
    title: "broken and slow pictures",
    story: [
      e2e("hostile", "a picture comes after its screen was taken"),
      e2e("gaps", "a picture that did not come"),
      e2e("named-pictures", "those that fail, and those that never come, are counted"),
    ],
  },
  30: { title: "an endless feed", story: [e2e("hostile", "it grows for ever")] },
  31: { title: "a list that recycles its rows", here: true },
  32: {
    title: "show more",
    story: [e2e("gaps", "with a label that unfolds it"), e2e("gaps", "replies behind a button")],
  },
  33: { title: "what moves by itself", here: true },
  34: {
    title: "protected video",
    cannot:
      "the browsers of the test machines have no decryption module: a protected video does not play in them",
  },
  35: { title: "frames of every kind", here: true, story: [e2e("gaps", "a frame from another site")] },
  36: {
    title: "shadow roots, constructed sheets",
    here: true,
    story: [e2e("gaps", "a page with a closed shadow root in an open one")],
  },
  37: {
    title: "the scripts of the world",
    here: true,
    story: [e2e("hostile-names", "Turns the reading direction")],
  },
  38: {
    title: "dark mode, forced colours, print styles",
    here: true,
    cannot:
      "forced colours: Chromium without a display takes them from no system; dark mode and print styles are run",
  },
  39: { title: "newer colours", here: true },
  40: {
    title: "dialogs, popovers, walls, full screen",
    here: true,
    cannot: "full screen: the toolbar and with it the click that begins a capture are not there",
  },
  41: {
    title: "navigation in the middle",
    story: [e2e("hostile", "by meta refresh"), e2e("hostile", "by a form"), e2e("hostile", "by its address")],
  },
  42: { title: "pushState in the middle", story: [e2e("hostile", "by pushState")] },
  43: { title: "back to a page that was kept alive", here: true },
  44: { title: "a post that is deleted in the middle", here: true },
  45: {
    title: "the tab is switched, the window resized",
    story: [e2e("tabs", "a capture whose tab goes to the back"), e2e("tabs", "the window gets another size")],
    here: true,
  },
  46: { title: "message boxes, beforeunload", here: true, story: [e2e("hostile", "it opens a message box")] },
  47: {
    title: "a blocked main thread",
    story: [e2e("hostile", "a main thread that is blocked for ten seconds")],
  },
  48: { title: "a renderer that crashes", here: true },
  49: {
    title: "a discarded tab",
    cannot:
      "the driver loses a tab that is discarded (Chromium ends its session), and with it the click on the toolbar",
  },
  50: { title: "pages that fight", here: true, story: [e2e("hostile", "a page that overrides all")] },
  51: {
    title: "policies",
    here: true,
    story: [e2e("hostile", "a policy that forbids everything"), e2e("hostile", "a page with Trusted Types")],
  },
  52: {
    title: "pages where scripts are forbidden",
    story: [e2e("forbidden-pages", "an extension's page")],
    cannot: "the web stores are not on the test machines, which have no network",
  },
  53: {
    title: "huge documents",
    here: true,
    story: [e2e("hostile", "MB of HTML")],
    cannot:
      "60 MB, 200,000 elements and 2,000 frames take minutes on two busy cores; npm run faults -- large takes half of it or less",
  },
  54: {
    title: "ways to be served",
    here: true,
    cannot: "client certificates and self-signed ones need a question of the browser's own, which is no page",
  },
  55: {
    title: "private windows, containers",
    story: [
      e2e("private-window", "a private window is captured whole"),
      unit("ui/views", "a private window is told"),
    ],
    cannot:
      "containers, and a browser that never remembers: the drivers know neither, and nobody has tried them by hand",
  },
  56: { title: "the worker is killed", story: [e2e("interrupted", "the background is stopped")] },
  57: { title: "the browser is killed", story: [e2e("interrupted", "the browser is killed")] },
  58: { title: "the disk is full", story: [e2e("full-disk", "captures go on until the disk is full")] },
  59: { title: "the database is blocked", story: [e2e("faults", "another tab asks for the database")] },
  60: { title: "the extension is loaded anew", story: [e2e("faults", "the extension is loaded anew")] },
  61: {
    title: "two captures at once",
    story: [
      e2e("tabs", "a second capture has its as-seen frame at once"),
      unit("background/conductor", "a second press"),
    ],
  },
  62: { title: "the clock is changed", story: [e2e("faults", "the clock is moved back a day")] },
  63: { title: "quota errors", story: [unit("platform/screenshot", "CAPTURE_VISIBLE_TAB_CALLS_PER_SECOND")] },
  64: { title: "image readback failed", story: [unit("platform/screenshot", "image readback failed")] },
  65: { title: "MHTML that is not found", cannot: "the browser gives that error on nobody’s demand" },
  66: {
    title: "archives of every size",
    story: [unit("bundle/zip", "more than 65,535 files"), unit("bundle/zip", "a file of 5 GiB")],
  },
  67: {
    title: "a canvas over its limit",
    story: [unit("core/stitch", "no page is larger than a canvas can be")],
  },
}
