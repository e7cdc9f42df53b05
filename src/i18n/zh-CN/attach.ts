import { type Translated } from "../catalog.ts"
import { type attach as english } from "../en/attach.ts"

export const attach: Translated<typeof english> = {
  "attach.title": "附加时间戳或存证证书",
  "attach.open": "附加时间戳或存证证书…",
  "attach.why":
    "有的机构（例如联合信任）在自己的网站上办理时间戳，没有本扩展可以请求的地址。在那里、公证处或存证平台拿到的文件，可以附在这里。",

  "attach.handOver": "一、交给机构的内容",
  "attach.handOverHow": "选一项或一个证据包，把下面的指纹或文件本身原样交给机构。本页不向任何人发送内容。",
  "attach.which": "哪一项，或哪个证据包",
  "attach.choose": "请选择",
  "attach.nothing": "还没有条目。",
  "attach.recordWhat": "一项的记录里列有该项全部文件的指纹：给记录加时间戳，就是给这一项加时间戳。",
  "attach.recordSha256": "记录（capture.json）的 SHA-256 指纹",
  "attach.recordSm3": "记录（capture.json）的 SM3 指纹",
  "attach.saveRecord": "把记录存成文件",
  "attach.zipWhat": "文件就是您下载的那一个。如需 SM3 指纹，请由机构从文件算出。",
  "attach.zip": "证据包 ZIP 的 SHA-256 指纹",
  "attach.encrypted": "加密文件的 SHA-256 指纹",
  "attach.stamped": "补上时间戳的 ZIP 的 SHA-256 指纹",

  "attach.give": "二、附上拿到的文件",
  "attach.drop": "把文件拖到这里，或",
  "attach.chooseFile": "选择文件",
  "attach.forms":
    "时间戳文件（.tsr、.tst 等，不超过 64 KB），或 PDF、JPG、PNG、OFD 格式的证书（不超过 20 MB）。",
  "attach.keeps":
    "文件只在本机读取，原样保存。附到某一项的文件会连同它现在的文件名放入该项的证据包。附上之后，只能连同该项一起删除。",
  "attach.reading": ({ name }) => `正在读取 ${name}…`,

  "attach.kept": ({ name, target }) => `${name} 已附到 ${target}。`,
  "attach.refused": ({ name }) => `${name} 没有附上。`,
  "attach.tooLarge": "文件过大：证书不超过 20 MB，时间戳不超过 64 KB。",
  "attach.noProof":
    "这既不是可读的时间戳，也不是 PDF、JPG、PNG 或 OFD 文件。文件可能在途中被截断，请从原处重新下载。",
  "attach.invalid": ({ fault }) => `这是时间戳，但没有通过核对（${fault}）。请向给您文件的机构另要一份。`,
  "attach.notChanged": "本机保存的内容没有任何改动。",
  "attach.whoseStamp": ({ time }) =>
    `这是 ${time} 的时间戳，对应的不是这里的任何一项或证据包。如果它仍与其中之一有关，请选择；它会作为文件保存，不能说明那一项的时间。`,
  "attach.whoseFile": "证书不会自己说明属于哪一项。请选择一项或一个证据包；内容不会核对。",
  "attach.toThis": "附到所选的",
  "attach.not": "不附加",

  "attach.list": "已附上的文件",
  "attach.listNone": "还没有。",
  "attach.saveAgain": "另存",
  "attach.saveAgainOf": ({ name }) => `另存 ${name}`,
  "attach.at": ({ time }) => `附上时间 ${time}`,

  "attached.title": "他处取得、已附上的文件",
  "attached.valid": ({ time, signer }) =>
    `时间戳：${time}，本身有效。证书上的签发者为 ${signer}；名称是否属实，由核对的人按根证书认定。`,
  "attached.uniTrust": "证书上的名称属联合信任，即可信时间戳；名称是否属实未经核对。",
  "attached.sm2": ({ time }) =>
    `时间戳：${time}。使用国密算法（SM2、SM3），本工具无法验证其签名，已原样保存。`,
  "attached.algorithm": ({ time }) => `时间戳：${time}。本工具无法验证其签名，已原样保存。`,
  "attached.unmatched": ({ time }) =>
    `${time} 的时间戳，对应的是别的文件，由您选定附在这里；不能说明这里的时间。`,
  "attached.weak": "时间戳，所用的散列算法过弱或未知，由您选定附在这里；未核对。",
  "attached.file": "由您选定附在这里；未核对内容。",
  "attached.over.capture.json": "对应这一项的记录。",
  "attached.over.zip": "对应证据包的 ZIP：请随 ZIP 一起交出。",
  "attached.over.encrypted": "对应加密文件：请随该文件一起交出。",
  "attached.over.stamped": "对应补上时间戳的 ZIP：请随该文件一起交出。",
  "attached.over.tagmanifest": "对应这个证据包的清单：请随 ZIP 一起交出。",
}
