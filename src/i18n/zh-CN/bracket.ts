import { type Translated } from "../catalog.ts"
import { type bracket as english } from "../en/bracket.ts"

export const bracket: Translated<typeof english> = {
  "bracket.title": "时间下界（公共随机数）",
  "bracket.what":
    "drand 和 NIST 每隔几秒到一分钟公布一个事先谁也不知道的随机数。把它写进采集记录，就能说明记录是在它公布之后形成的；再加上时间戳，记录就落在两个时刻之间。它说明的是记录，不是画面。法院是否认可未经核实。",
  "bracket.consent":
    "打开后，每次采集时会向下列服务器各取一次当时的随机数。不发送任何内容；它们会看到您的 IP 地址和取用的时刻。取不到时不等待，记录里会写明。",
  "bracket.on": "从现在起，采集时取用公共随机数",
  "bracket.drand": ({ relays }) => `drand（quicknet 链；签名由校验程序核对）：${relays}`,
  "bracket.nist": ({ address }) =>
    `NIST 随机信标（原样保存，固证不核对其签名；浏览器会另行询问）：${address}`,
}
