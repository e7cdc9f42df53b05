import { readFile } from "node:fs/promises"
import { createServer, type IncomingMessage, type ServerResponse } from "node:http"
import { extname, join, normalize, resolve, sep } from "node:path"

/** Answers one request on its own; a promise that fails becomes a 500. */
export type Route = (request: IncomingMessage, response: ServerResponse) => void | Promise<void>

export interface SiteOptions {
  /** The folder whose files are served; `/` is its index.html. Without one there are only the routes. */
  readonly folder?: string
  /** Handlers by exact path (`/slow`), which go before the files. */
  readonly routes?: Readonly<Record<string, Route>>
  /** Default 0: a free one. */
  readonly port?: number
}

/** A request as it came in. The path has its query. */
export interface SiteRequest {
  readonly method: string
  readonly path: string
}

export interface Site {
  /** `http://127.0.0.1:PORT`, without a slash at its end. */
  readonly origin: string
  /** Every request so far, in order. */
  readonly requests: readonly SiteRequest[]
  /** How many requests have asked for this path, whatever their query. */
  count(path: string): number
  /** Ends when the port is free again. Connections that are still open are cut. */
  close(): Promise<void>
}

/**
 * A local web site for tests and for `npm start`: on 127.0.0.1 only, and
 * nothing of it is cached, so that every load of a page is seen here.
 */
export async function serveSite(options: SiteOptions = {}): Promise<Site> {
  const requests: SiteRequest[] = []
  const server = createServer((request, response) => {
    const path = request.url ?? "/"
    requests.push({ method: request.method ?? "GET", path })
    answer(options, request, response).catch((thrown: unknown) => {
      send(response, 500, `${pathOf(path)}: ${String(thrown)}\n`)
    })
  })
  const port = await new Promise<number>((done, failed) => {
    server.once("error", failed)
    server.listen(options.port ?? 0, "127.0.0.1", () => {
      const address = server.address()
      if (address === null || typeof address === "string") failed(new Error("the site has no port"))
      else done(address.port)
    })
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    count: path => requests.filter(request => pathOf(request.path) === path).length,
    close: () =>
      new Promise(done => {
        server.close(() => {
          done()
        })
        server.closeAllConnections()
      }),
  }
}

async function answer(
  options: SiteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader("Cache-Control", "no-store")
  const path = pathOf(request.url ?? "/")
  const route = options.routes?.[path]
  if (route) {
    await route(request, response)
    return
  }
  if (request.method !== "GET" && request.method !== "HEAD") {
    send(response, 405, "GET and HEAD only\n")
    return
  }
  const file = options.folder === undefined ? null : fileOf(options.folder, path)
  const bytes = file === null ? null : await readIfThere(file)
  if (file === null || bytes === null) {
    send(response, 404, `${path} is not here\n`)
    return
  }
  response.setHeader("Content-Type", mediaTypes[extname(file)] ?? "application/octet-stream")
  response.setHeader("Content-Length", bytes.length)
  response.end(request.method === "HEAD" ? undefined : bytes)
}

function send(response: ServerResponse, status: number, text: string): void {
  if (!response.headersSent) response.writeHead(status, { "Content-Type": "text/plain; charset=utf-8" })
  response.end(text)
}

const pathOf = (url: string): string => new URL(url, "http://127.0.0.1").pathname

/** The file that a path means, or null where it leads out of the folder. */
function fileOf(folder: string, path: string): string | null {
  const top = resolve(folder)
  const file = join(top, normalize(decodeURIComponent(path.endsWith("/") ? `${path}index.html` : path)))
  return file.startsWith(top + sep) ? file : null
}

async function readIfThere(file: string): Promise<Buffer | null> {
  try {
    return await readFile(file)
  } catch (thrown) {
    const code = thrown instanceof Error && "code" in thrown ? thrown.code : null
    if (code === "ENOENT" || code === "EISDIR" || code === "ENOTDIR") return null
    throw thrown
  }
}

const mediaTypes: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".zip": "application/zip",
}
