import { type Translated } from "../catalog.ts"
import { type errors as english } from "../en/errors.ts"

const earlierSafe = "之前保存的内容不受影响。"
const partSafe = "已采集到的内容已保留并注明。"

export const errors: Translated<typeof english> = {
  "error.capture/page-forbidden.cause": "浏览器不允许扩展读取此页（如设置页、扩展商店）。",
  "error.capture/page-forbidden.safe": earlierSafe,
  "error.capture/page-forbidden.next": "请打开帖子所在的网页再试。",

  "error.capture/page-silent.cause": "页面没有回应，读取不到内容。",
  "error.capture/page-silent.safe": partSafe,
  "error.capture/page-silent.next": "请等页面加载完或刷新后，再次采集。",

  "error.capture/page-left.cause": "采集中，标签页转到了别的页面。",
  "error.capture/page-left.safe": partSafe,
  "error.capture/page-left.next": "请回到该页再次采集，之前的会保留。",

  "error.capture/route-changed.cause": "采集中，页面换了网址。",
  "error.capture/route-changed.safe": partSafe,
  "error.capture/route-changed.next": "请打开帖子自己的网址，再次采集。",

  "error.capture/tab-hidden.cause": "标签页不在前面，有几屏未能截取。",
  "error.capture/tab-hidden.safe": partSafe,
  "error.capture/tab-hidden.next": "请回到该页；如采集已结束，请再次采集。",

  "error.capture/tab-closed.cause": "采集中，标签页被关闭了。",
  "error.capture/tab-closed.safe": partSafe,
  "error.capture/tab-closed.next": "请重新打开该页再采集。",

  "error.capture/wrong-tab.cause": "当时在前面的是别的标签页，该截图已丢弃。",
  "error.capture/wrong-tab.safe": "没有留下其他页面的截图。",
  "error.capture/wrong-tab.next": "请把该页放到前面，再次采集。",

  "error.capture/no-picture.cause": "浏览器没有给出此页的画面。",
  "error.capture/no-picture.safe": earlierSafe,
  "error.capture/no-picture.next": "如窗口已最小化，请先还原，再次采集。",

  "error.capture/quota.cause": "截图过快，被浏览器限制。",
  "error.capture/quota.safe": partSafe,
  "error.capture/quota.next": "会自动放慢；如采集已结束，请再次采集。",

  "error.capture/refetch-refused.cause": "原网站没有再次给出网页源码。",
  "error.capture/refetch-refused.safe": "截图和文字不受影响。",
  "error.capture/refetch-refused.next": "无需操作，记录中已列为缺失。",

  "error.capture/stopped.cause": "您停止了采集。",
  "error.capture/stopped.safe": partSafe,
  "error.capture/stopped.next": "如需其余部分，请再次采集。",

  "error.capture/not-running.cause": "这次采集已经结束。",
  "error.capture/not-running.safe": "结束时的内容已保存。",
  "error.capture/not-running.next": "可在「最近」里找到它。",

  "error.capture/stitch-mismatch.cause": "滚动时页面内容在变化，有几屏拼不上。",
  "error.capture/stitch-mismatch.safe": "每一屏的原图都已保留。",
  "error.capture/stitch-mismatch.next": "请以单屏原图为准，或等页面静止后再次采集。",

  "error.capture/pinched.cause": "页面被双指放大了，截图只能截到其中一部分。",
  "error.capture/pinched.safe": "您看到的首屏已保存。",
  "error.capture/pinched.next": "请用双指缩回原来的大小，再次采集。",

  "error.capture/no-archive.cause": "浏览器没有把此页作为单个文件交出来。",
  "error.capture/no-archive.safe": "采集的其余内容不受影响。",
  "error.capture/no-archive.next": "无需处理。需要单个文件时请再采集一次。",

  "error.capture/too-large.cause": "收到的内容超过一次采集保存的上限。",
  "error.capture/too-large.safe": "采集的其余内容不受影响。",
  "error.capture/too-large.next": "无需处理。需要这个大文件时，请用浏览器另存。",

  "error.site/not-allowed.cause": "浏览器没有允许扩展向该网站发出请求。",
  "error.site/not-allowed.safe": "采集已保存。没有向该网站发送任何内容。",
  "error.site/not-allowed.next": "请在该页面打开扩展，点「允许…」，再采集一次。",

  "error.site/no-answer.cause": "扩展自己的请求没有得到该网站的回应。",
  "error.site/no-answer.safe": "采集的其余内容不受影响。",
  "error.site/no-answer.next": "请检查网络，再采集一次。",

  "error.reading/another-page.cause": "这个标签页现在显示的是另一个网址。",
  "error.reading/another-page.safe": "已采集的内容和以前的读数不受影响。",
  "error.reading/another-page.next": "请打开该项的网址，再读取一次。",

  "error.reading/not-allowed.cause": "浏览器没有允许扩展打开并读取该网站。",
  "error.reading/not-allowed.safe": "没有打开网页，也没有发送任何内容；以前的读数不受影响。",
  "error.reading/not-allowed.next": "请在条目页点「再次读取」，并在浏览器询问时选择允许。",

  "error.reading/offline.cause": "浏览器现在没有联网。",
  "error.reading/offline.safe": "没有打开网页；以前的读数不受影响。",
  "error.reading/offline.next": "联网后再读取一次。",

  "error.reading/no-answer.cause": "网页已打开，但没有读到内容：可能没有回应，或转到了别的网站。",
  "error.reading/no-answer.safe": "这次打开已如实记下并计数；以前的读数不受影响。",
  "error.reading/no-answer.next": "请自己打开该网址看一看，再从固证的弹窗里读取。",
  "error.private/in-use.cause":
    "有无痕（隐私）窗口开着。无痕窗口之间共用登录状态，其中显示的不一定是访客所见。",
  "error.private/in-use.safe": "没有发送任何内容，也没有截图。已保存的内容没有改动。",
  "error.private/in-use.next": "请关闭所有无痕窗口，再试一次。",

  "error.recording/not-allowed.cause":
    "浏览器还不允许录制这个标签页。录制前，要先在这个页面上点固证的图标，再允许录制。",
  "error.recording/not-allowed.safe": "没有录制任何内容。已保存的内容没有改动。",
  "error.recording/not-allowed.next": "请在要录的页面上点固证图标，选“录屏”，并在浏览器询问时点允许。",

  "error.recording/refused.cause": "浏览器没有给出可以录制的画面。",
  "error.recording/refused.safe": "在此之前保存的内容不受影响。",
  "error.recording/refused.next": "请刷新页面再试一次，或改为录制您选定的窗口。",

  "error.recording/failed.cause": "浏览器的录制中断了。",
  "error.recording/failed.safe": "中断前录下的部分已保存，条目里写明录到哪里为止。",
  "error.recording/failed.next": "请看一遍录像；如有缺漏，请重新录制。",

  "error.recording/no-copy.cause": "未能制作录像的观看副本。",
  "error.recording/no-copy.safe": "录像原件已经保存，没有因此缺少任何内容。",
  "error.recording/no-copy.next": "请直接播放原件：它的总时长要边播边显示。",

  "error.queue/busy.cause": "另一个清单正在采集，或者已暂停。",
  "error.queue/busy.safe": "它没有变化；新清单的网址一个也没有打开。",
  "error.queue/busy.next": "请等它采完，或先结束它，再开始新的清单。",

  "error.queue/nothing.cause": "清单里没有网址。",
  "error.queue/nothing.safe": "没有打开任何网页，什么也没有改变。",
  "error.queue/nothing.next": "请填写以 http:// 或 https:// 开头的网址，每行一个。",

  "error.queue/no-page.cause":
    "打开了这个网址，但没有得到网页：网站没有回应，或者浏览器显示的是它自己的页面。",
  "error.queue/no-page.safe": "浏览器当时显示的画面如能截到，已经保存。",
  "error.queue/no-page.next": "请自己打开这个网址，看看它还在不在。",

  "error.queue/interrupted.cause": "采集两次中断：浏览器或扩展被关闭。",
  "error.queue/interrupted.safe": partSafe,
  "error.queue/interrupted.next": "请自己打开这个网址，再采集一次。",

  "error.vault/full.cause": "存储空间不足。",
  "error.vault/full.safe": "已确认保存的内容不受影响；这次采集可能不全。",
  "error.vault/full.next":
    "请导出证据包，再到证据库的回收站永久删除不需要的条目，或腾出磁盘空间。然后再次采集。",

  "error.vault/failed.cause": "浏览器未能写入存储。",
  "error.vault/failed.safe": "已确认保存的内容不受影响。",
  "error.vault/failed.next": "请再试一次；如仍这样，请重启浏览器并导出备份。",

  "error.vault/hung.cause": "浏览器的存储迟迟没有回应。",
  "error.vault/hung.safe": "已确认保存的内容不受影响。",
  "error.vault/hung.next": "请关闭本扩展的其他窗口或重启浏览器，再试一次。",

  "error.vault/unavailable.cause": "浏览器打不开本扩展的存储。",
  "error.vault/unavailable.safe": "没有改动或删除任何内容。",
  "error.vault/unavailable.next": "请重启浏览器。不要卸载本扩展，卸载会删除证据。",

  "error.vault/damaged.cause": "有文件与指纹不符，可能是磁盘问题。",
  "error.vault/damaged.safe": "已标出，不会当作完好的使用；其他条目会逐一核对。",
  "error.vault/damaged.next": "此条目请用导出的备份；其他条目请现在导出。",

  "error.vault/missing.cause": "存储里没有这个条目。",
  "error.vault/missing.safe": "其他条目不受影响。",
  "error.vault/missing.next": "请关闭此窗口，再打开一次。",

  "error.bundle/limit.cause": "证据包会超出格式的上限。",
  "error.bundle/limit.safe": "您的证据未受影响。",
  "error.bundle/limit.next": "请少选几项，分成几个证据包。",

  "error.time/offline.cause": "时间戳服务没有回应。",
  "error.time/offline.safe": "证据已保存，不受影响。",
  "error.time/offline.next": "无需操作：会自动再次请求。时间戳会写明晚到了多久。",

  "error.time/refused.cause": "时间戳服务拒绝了请求。",
  "error.time/refused.safe": "证据已保存，不受影响。",
  "error.time/refused.next": "请在设置里核对服务地址和登录信息，或换一家服务。",

  "error.time/bad-answer.cause": "收到的时间戳与发送的指纹不符，没有采用。",
  "error.time/bad-answer.safe": "证据已保存，不受影响。",
  "error.time/bad-answer.next": "会自动再次请求。如一直如此，请在设置里换一家服务。",

  "error.time/not-allowed.cause": "浏览器未允许扩展连接时间戳服务。",
  "error.time/not-allowed.safe": "证据已保存。没有发送任何内容。",
  "error.time/not-allowed.next": "请打开设置，允许连接这一家服务。",

  "error.time/nothing-new.cause": "这个证据包没有新到的时间戳。",
  "error.time/nothing-new.safe": "您手上的证据包没有它也是完好的。",
  "error.time/nothing-new.next": "无需操作：时间戳到了，这里会提示。",

  "error.check/interrupted.cause": "上一次核对全部文件没有做完就中断了。",
  "error.check/interrupted.safe": "核对只读取文件，没有改动任何内容。",
  "error.check/interrupted.next": "请重新开始，完成之前不要关闭浏览器。",

  "error.recipient/malformed.cause": "这不是可用的 age 公钥，或没有填写名称。",
  "error.recipient/malformed.safe": "没有添加。",
  "error.recipient/malformed.next":
    "请从头到尾重新复制：以 age1 开头，共 62 个字母和数字；名称为 1 至 60 个字。",

  "error.recipient/secret.cause": "这是私钥。拿到它的人能打开为其主人加密的所有文件。",
  "error.recipient/secret.safe": "没有保存它。",
  "error.recipient/secret.next": "请索取以 age1 开头的公钥，并告诉对方私钥已被发出。",

  "error.recipient/known.cause": "列表里已有这个公钥。",
  "error.recipient/known.safe": "没有改动任何内容。",
  "error.recipient/known.next": "要改名称，请移除后重新添加。",

  "error.picture/not-covered.cause":
    "浏览器没有按要求画出副本：可能图片太大，也可能是浏览器的防指纹保护改动了画面。",
  "error.picture/not-covered.safe": "没有保存副本，原件没有改动。",
  "error.picture/not-covered.next": "请改用单屏截图制作副本，或换一个浏览器再试。",

  "error.file/refused.cause": "有文件没有收下：只收 PDF、JPG、PNG、OFD，每个不超过 20 MB，最多 10 个。",
  "error.file/refused.safe": "已保存的内容没有改动，您填写的内容还在表格里。",
  "error.file/refused.next": "请换一个文件，再保存一次。",

  "error.settings/malformed.cause": "这不是固证的设置文件，或内容不合格式。",
  "error.settings/malformed.safe": "没有导入任何内容，现有设置未改动。",
  "error.settings/malformed.next": "请选择由固证导出的设置文件。",

  "error.settings/newer.cause": "这个设置文件是用更新版本的固证导出的。",
  "error.settings/newer.safe": "没有导入任何内容，现有设置未改动。",
  "error.settings/newer.next": "请先更新固证，再导入。",

  "error.input/malformed.cause": "读到的数据格式不对。",
  "error.input/malformed.safe": "没有采用它，已保存的内容未改动。",
  "error.input/malformed.next": "请刷新页面再试。",

  "error.internal.cause": "扩展出现意外问题。",
  "error.internal.safe": "已确认保存的内容不受影响。",
  "error.internal.next": "请关闭此窗口再打开重试。报告问题时请附上代码。",
}
