import { type Translated } from "../catalog.ts"
import { type encryption as english } from "../en/encryption.ts"
import { number } from "./number.ts"

export const encryption: Translated<typeof english> = {
  "encrypt.title": "加密",
  "encrypt.none": "不加密：拿到 ZIP 的人都能打开",
  "encrypt.passphrase": "用口令加密",
  "encrypt.recipients": "用公钥加密，例如您律师的",
  "encrypt.passphraseFirst": ({ n }) => `口令，至少 ${number(n)} 个字符`,
  "encrypt.passphraseAgain": "再输入一次",
  "encrypt.passphraseShow": "显示",
  "encrypt.passphraseMake": "生成一个",
  "encrypt.passphraseGuess": "拿到文件的人可以无限次地猜口令。请用四五个互不相关的英文词，或由本工具生成。",
  "encrypt.passphraseLost":
    "口令不保存在任何地方。忘了就没有人能打开那个文件，我们也不能；本机的证据不受影响。请写下来，并用不同于文件的途径告诉对方。",
  "encrypt.ofCase": "这个案件上次用过",
  "encrypt.recipientsOnly": "只有持有私钥的人能打开文件，您自己也不能。本机的证据不受影响。",
  "encrypt.recipientsNone": "还没有公钥。请向律师索取，并在设置里添加。",
  "encrypt.recipientsOpen": "打开设置",

  "encrypt.withPassphrase": "已用您的口令加密；口令没有保存。",
  "encrypt.withKeys": ({ names }) => `已用公钥加密，公钥属于：${names}。`,
  "encrypt.sha256Inside": "内层 ZIP 的 SHA-256 指纹（全部 64 位）",
  "encrypt.inside": "这是证据包的指纹，解密后核对它。",
  "encrypt.sha256File": "加密文件本身的 SHA-256 指纹",
  "encrypt.howToOpen": "用免费程序 age 打开，命令如下：",

  "recipients.title": "加密用的公钥",
  "recipients.what":
    "证据包可以加密成只有您的律师能打开。请向律师索取 age 公钥：以 age1 开头，由 age-keygen 生成。请在电话里核对末尾几位。",
  "recipients.none": "还没有。",
  "recipients.label": "属于谁",
  "recipients.key": "公钥（age1…）",
  "recipients.add": "添加",
  "recipients.remove": "移除",
  "recipients.removeAsk": "移除…",
  "recipients.removeWhat": "移除后，再要用时得重新填入公钥。以前加密的文件不受影响。",
  "recipients.removeOf": ({ name }) => `移除 ${name} 的公钥`,
}
