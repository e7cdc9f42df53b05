import { type Translated } from "../catalog.ts"
import { type lock as english, type lockErrors as englishErrors } from "../en/lock.ts"

export const lock: Translated<typeof english> = {
  "lock.name": "网页存档",
  "lock.menu": "存档此页",
  "lock.title": "共用电脑模式",
  "lock.what":
    "别人也用这台电脑时可以开启：工具栏图标和页面标题换成不起眼的「网页存档」，打开我们的页面要输口令。用快捷键或右键菜单采集不受影响。",
  "lock.limits":
    "它只挡住旁人随手一看。证据并没有因此加密：懂电脑的人仍能从磁盘上读到，浏览器自己的扩展列表里也仍写着固证。真正能保护您的，是在这台电脑上单独开一个账户。",
  "lock.forgetting":
    "忘记口令不会丢证据：申请满 24 小时后，可以不用口令取消锁定。之后输入口令的人会看到有人申请过。",
  "lock.new": "口令，至少 8 个字符",
  "lock.again": "再输一遍",
  "lock.put": "开启",
  "lock.on": "已开启。关闭浏览器后，页面自动锁上。",
  "lock.close": "现在锁上",
  "lock.old": "口令",
  "lock.remove": "关闭此模式",
  "lock.open": "打开",
  "lock.capture": "存档前面的页面",
  "lock.capturing": "正在保存，请让那个页面保持在前面。",
  "lock.captured": "已保存。",
  "lock.forgotten": "忘记口令？",
  "lock.ask": "申请取消锁定",
  "lock.asked": ({ time }) => `已申请。${time} 起可以在这里取消锁定，证据都在。`,
  "lock.lift": "取消锁定",
  "lock.somebody": ({ time }) => `有人在 ${time} 申请取消锁定，现已作废。如果不是您，请换一个口令。`,
  "lock.go": "继续",
}

export const lockErrors: Translated<typeof englishErrors> = {
  "error.lock/locked.cause": "页面已锁定。",
  "error.lock/locked.safe": "采集不受影响，会照常保存，在这里等您。",
  "error.lock/locked.next": "请输入口令继续。",

  "error.lock/wrong.cause": "口令不对。",
  "error.lock/wrong.safe": "没有改动任何内容，证据都在。",
  "error.lock/wrong.next": "请检查大小写和输入法，再输一次；忘记了就申请取消锁定。",

  "error.lock/short.cause": "口令太短。",
  "error.lock/short.safe": "没有开启，也没有改动任何内容。",
  "error.lock/short.next": "请用至少 8 个字符，例如三个互不相关的词。",

  "error.lock/differ.cause": "两次输入的口令不同。",
  "error.lock/differ.safe": "没有开启，证据和原来一样。",
  "error.lock/differ.next": "请都重新输入。",

  "error.lock/early.cause": "还没有满 24 小时。",
  "error.lock/early.safe": "证据都在，采集照常。",
  "error.lock/early.next": "到时再来取消，或输入口令。",

  "error.lock/there.cause": "已经设了锁：是从另一个页面设的。",
  "error.lock/there.safe": "那把锁没有变，证据都在。",
  "error.lock/there.next": "请刷新本页；要换口令，请先取消锁定。",
}
