import { type en } from "./en.ts"

/** The default locale; see `en.ts` for where these sentences appear and how long they may be. */
export const zhCN: Readonly<Record<keyof typeof en, string>> = {
  extensionName: "固证 Holdfast",
  extensionShortName: "固证",
  extensionDescription:
    "点一下，把诽谤、侮辱您的帖子作为证据存到自己的电脑里。不注册、不上传，导出的证据包任何人都能核对是否被改过。",
  actionTitle: "固证：采集此页",
  commandCapture: "立即采集此页",
}
