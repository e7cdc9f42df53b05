/** A proxy that the whole browser goes through, so that nothing it asks of anyone goes unseen. */
import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http"
import { type AddressInfo, connect } from "node:net"
import { type Duplex } from "node:stream"
import { type LaunchOptions, type Target } from "../../../scripts/browsers/driver.ts"

export interface Proxy {
  /** With these the browser sends everything through it: requests to this machine, which it would not, and its own. */
  readonly options: Readonly<Record<Target, Partial<LaunchOptions>>>
  /** Every request so far as `GET http://host/path`, or `CONNECT host:443`. */
  readonly requests: readonly string[]
  close(): Promise<void>
}

/**
 * Passes requests to 127.0.0.1 on; all others end here, with a 502. Connections
 * for https go to `securePort` of this machine, whatever host they are for,
 * where one is given.
 */
export async function startProxy(securePort: number | null = null): Promise<Proxy> {
  const requests: string[] = []
  const tunnels = new Set<Duplex>()
  const server = createServer((request, response) => {
    requests.push(`${request.method ?? ""} ${request.url ?? ""}`)
    passOn(request, response)
  })
  server.on("connect", (request: IncomingMessage, socket: Duplex) => {
    requests.push(`CONNECT ${request.url ?? ""}`)
    if (securePort === null) socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n")
    else {
      tunnels.add(socket)
      socket.on("close", () => tunnels.delete(socket))
      tunnel(socket, securePort)
    }
  })
  await new Promise<void>(done => {
    server.listen(0, "127.0.0.1", done)
  })
  const { port } = server.address() as AddressInfo
  return {
    options: { chrome: { args: chromiumArgs(port) }, firefox: { prefs: firefoxPrefs(port) } },
    requests,
    close: () =>
      new Promise(done => {
        server.close(() => {
          done()
        })
        server.closeAllConnections()
        // The server counts those no more.
        for (const socket of tunnels) socket.destroy()
      }),
  }
}

function tunnel(socket: Duplex, port: number): void {
  const onward = connect(port, "127.0.0.1", () => {
    socket.write("HTTP/1.1 200 Connection Established\r\n\r\n")
    socket.pipe(onward).pipe(socket)
  })
  // A browser that is closed cuts what is open.
  onward.on("error", () => socket.destroy())
  onward.on("close", () => socket.destroy())
  socket.on("error", () => onward.destroy())
  socket.on("close", () => onward.destroy())
}

function passOn(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://unknown.invalid")
  if (url.hostname !== "127.0.0.1") {
    response.writeHead(502).end()
    return
  }
  const { method, headers } = request
  const onward = ask(url, { method, headers }, answer => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  onward.on("error", () => response.writeHead(502).end())
  request.pipe(onward)
}

const chromiumArgs = (port: number) => [
  `--proxy-server=http://127.0.0.1:${port}`,
  "--proxy-bypass-list=<-loopback>",
]

const firefoxPrefs = (port: number) => ({
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": port,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": port,
  "network.proxy.allow_hijacking_localhost": true,
})
