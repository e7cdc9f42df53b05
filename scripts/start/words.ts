/** What `npm start` prints: English, with Chinese where it is short. */
export const words = {
  usage: `npm start [URL or file] [-- options]

  --headless                 no window: capture, export, verify, and say how it went
  --browser chrome|firefox   chrome stands for Chrome, Edge and Chromium
  --out DIR                  where the bundle goes / 证据包存放处
  --viewport 1280x800        the inside of the window, CSS pixels / 窗口大小
  --tsa URL                  a time stamp authority to ask, repeatable / 时间戳服务，可重复
  --dpr 1                    device pixels for one CSS pixel / 像素比

Without a URL: a practice post, served from this machine. / 不给网址时，打开本机的练习帖子。`,
  building: "Building the extension / 正在构建扩展 …",
  browser: (name: string, path: string) => `Browser / 浏览器: ${name} (${path})`,
  page: (url: string) => `Page / 页面: ${url}`,
  practice: "a practice post, served from this machine / 本机的练习帖子",
  lastingProfile: (folder: string) =>
    `Profile / 用户资料: ${folder}\n  It stays, and what you keep stays in it. / 一直保留，证据存在其中。`,
  temporaryProfile: (folder: string) =>
    `Profile / 用户资料: temporary, removed at the end / 临时的，结束后删除 (${folder})`,
  open: [
    "Holdfast is loaded. Click its icon in the toolbar (behind the puzzle piece), then the big button.",
    "固证已加载。点工具栏的固证图标（在拼图图标里），再点大按钮。",
    "Close the window to end. / 关闭窗口即结束。",
  ].join("\n"),
  practiceOnly:
    "Firefox loads it for practice only: it leaves with the window. / Firefox 只供练习，关闭即卸载。",
  capturing: "Captured by the real toolbar click / 点击工具栏图标采集 …",
  item: (item: string, complete: boolean) =>
    `Item / 证据: ${item}, ${complete ? "complete as loaded / 已加载部分完整" : "with gaps / 有缺口"}`,
  receiptLine: (label: string, value: string) => `  ${label}: ${value}`,
  gaps: (count: number) => `Gaps / 缺口: ${count}`,
  gap: (sentence: string) => `  - ${sentence}`,
  authority: (url: string) => `Time stamp authority / 时间戳服务: ${url}`,
  stamp: (sentence: string) => `  ${sentence}`,
  bundle: (path: string) => `Bundle / 证据包: ${path}`,
  sha256: (digits: string) => `SHA-256: ${digits}`,
  digitsDiffer: (shown: string) => `The popup shows other digits than the file has: ${shown} / 指纹不一致`,
  verifying: "Verifier / 校验:",
  verdict: (ok: boolean, code: number) =>
    ok
      ? "Captured and sealed; the verifier ends with exit code 0. / 已采集并封存；校验程序退出码为 0。"
      : `The verifier ends with exit code ${code}. / 校验程序退出码为 ${code}，未通过。`,
  noPage: (name: string) => `${name} is neither a file here nor an http(s) address / 不是文件，也不是网址`,
  failed: (why: string) => `npm start: ${why}`,
} as const
