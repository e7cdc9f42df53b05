import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join, posix, relative, sep } from "node:path"
import { build, type BuildOptions, type Plugin } from "esbuild"
import { type Tree } from "./tree.ts"

interface Entry {
  readonly in: string
  readonly out: string
}

/** The version-1 minimum of both browsers: one build of the code serves them both. */
const target = ["chrome125", "firefox140"]

const ENCRYPTION = "src/workshop/encrypt.ts"
const REPORT = "src/workshop/report/draw-paper.ts"
const PICTURES = "src/workshop/pictures/main.ts"
const WORD = "src/workshop/word/write-draft.ts"
const VIEWING = "src/workshop/viewing/remux.ts"

/** Whoever imports the encryption, what draws papers, writes drafts or copies recordings loads the one file that is made of it. */
const leftOut: Plugin = {
  name: "on-demand-left-out",
  setup: making => {
    making.onResolve({ filter: /^\.\/encrypt\.ts$/ }, () => ({ path: "/encrypt.js", external: true }))
    making.onResolve({ filter: /^\.\/report\/draw-paper\.ts$/ }, () => ({
      path: "/report.js",
      external: true,
    }))
    making.onResolve({ filter: /^\.\/word\/write-draft\.ts$/ }, () => ({
      path: "/word.js",
      external: true,
    }))
    making.onResolve({ filter: /^\.\/viewing\/remux\.ts$/ }, () => ({
      path: "/viewing.js",
      external: true,
    }))
  },
}

/** Recipients of a kind that recipientKey refuses: code for them is half of what age brings along. */
const withoutPostQuantum = (root: string): Plugin => ({
  name: "post-quantum-left-out",
  setup: making => {
    making.onResolve({ filter: /^@noble\/post-quantum\// }, () => ({
      path: join(root, "src/workshop/no-post-quantum.ts"),
    }))
  },
})

/** The font that papers are set in is none of the packed ones. */
const withoutBrotli = (root: string): Plugin => ({
  name: "brotli-left-out",
  setup: making => {
    making.onResolve({ filter: /^brotli\/decompress\.js$/ }, () => ({
      path: join(root, "src/workshop/no-brotli.ts"),
    }))
  },
})

/**
 * All code and pages of the extension. Every folder of `src/ui` with a
 * `main.ts` is a page: `src/ui/popup/{main.ts,popup.html,popup.css}` become
 * `ui/popup.{js,html,css}`; one without an HTML file of its own has that of all
 * such pages, with its own style sheet and script in it. Throws with the missing
 * file's name where an entry point does not exist.
 */
export async function codeFiles(root: string): Promise<Tree> {
  const names = pageNames(root)
  const pages = pageEntries(root, names)
  // Each as large as much of the background, and wanted by exports or recordings alone: loaded when one begins, or ends.
  const onDemand = [
    { in: ENCRYPTION, out: "encrypt" },
    { in: REPORT, out: "report" },
    // A worker, and so a file of its own.
    { in: PICTURES, out: "pictures" },
    { in: WORD, out: "word" },
    { in: VIEWING, out: "viewing" },
  ]
  const modules = [
    { in: "src/background/main.ts", out: "background" },
    { in: "src/offscreen/main.ts", out: "offscreen" },
    { in: "src/offscreen/offscreen.html", out: "offscreen" },
    ...pages,
  ]
  // Browsers run content scripts as classic scripts.
  const classics = [
    { in: "src/content/main.ts", out: "content" },
    // Listens to what is done in a page while a guided recording runs, and does nothing else.
    { in: "src/content/procedure.ts", out: "procedure" },
    // Larger than it, and wanted where no screenshot can be had: put into such a page alone.
    { in: "src/content/redrawn.ts", out: "redrawn" },
  ]
  for (const entry of [...onDemand, ...modules, ...classics]) {
    if (!existsSync(join(root, entry.in))) throw new Error(`${entry.in} is missing: the build needs it`)
  }
  const parts = await Promise.all([
    bundle(root, onDemand, { format: "esm", plugins: [withoutPostQuantum(root), withoutBrotli(root)] }),
    // What the background and the pages share stands once; a browser keeps a worker's modules beside it. The names carry a hash of the content, so they are as repeatable as it is.
    bundle(root, modules, {
      format: "esm",
      splitting: true,
      chunkNames: "shared/[name]-[hash]",
      plugins: [leftOut],
    }),
    bundle(root, classics, { format: "iife" }),
  ])
  return new Map([...parts.flatMap(part => [...part]), ...plainPages(root, names)])
}

function pageNames(root: string): string[] {
  return readdirSync(join(root, "src/ui"), { withFileTypes: true })
    .filter(folder => folder.isDirectory() && existsSync(join(root, "src/ui", folder.name, "main.ts")))
    .map(folder => folder.name)
    .sort()
}

const htmlOf = (name: string): string => `src/ui/${name}/${name}.html`

function pageEntries(root: string, names: readonly string[]): Entry[] {
  return names.flatMap(name => {
    const own = [htmlOf(name), `src/ui/${name}/${name}.css`].filter(path => existsSync(join(root, path)))
    return [`src/ui/${name}/main.ts`, ...own].map(path => ({ in: path, out: `ui/${name}` }))
  })
}

/** PAGE in it stands for the page's name. */
const PLAIN = "src/ui/parts/page.html"

function plainPages(root: string, names: readonly string[]): Tree {
  const html = readFileSync(join(root, PLAIN), "utf8")
  const plain = names.filter(name => !existsSync(join(root, htmlOf(name))))
  return new Map(plain.map(name => [`ui/${name}.html`, Buffer.from(html.replaceAll("PAGE.", `${name}.`))]))
}

type Shape = Pick<BuildOptions, "format" | "splitting" | "chunkNames" | "plugins">

async function bundle(root: string, entryPoints: Entry[], shape: Shape): Promise<Tree> {
  // Nothing is written here: the fixed folder makes the paths in the maps the same wherever the build goes.
  const outdir = join(root, "dist/chrome")
  const options = {
    absWorkingDir: root,
    entryPoints,
    outdir,
    ...shape,
    target,
    bundle: true,
    write: false,
    // Reviewers and courts read this code: never minified, always with its map.
    sourcemap: "linked",
    legalComments: "eof",
    // Chinese stays readable, and half as long as its escapes.
    charset: "utf8",
    loader: { ".html": "copy" },
    // A linked node_modules gives the same paths as an installed one.
    preserveSymlinks: true,
    logLevel: "warning",
  } satisfies BuildOptions
  const { outputFiles } = await build(options)
  return new Map(outputFiles.map(file => [slashed(relative(outdir, file.path)), file.contents]))
}

const slashed = (path: string): string => path.split(sep).join(posix.sep)
