import { type Translated } from "../catalog.ts"
import { type record as english } from "../en/record.ts"
import { number } from "./number.ts"

export const record: Translated<typeof english> = {
  "record.title": "录屏",
  "record.entry": "录屏…",
  "record.what": "把您在这个页面上的操作录下来",
  "record.whole":
    "录制不间断：请滚动页面、打开对方主页和评论、播放视频。录制不能暂停，这样别人就不能说中间剪掉了什么。开始前会先截一张首屏。",
  "record.ask":
    "浏览器会询问是否允许固证录制标签页。只录这一个标签页，到您停止为止，之后固证即交还这项权限。",
  "record.sound": "连同标签页的声音",
  "record.tab": "录制这个标签页",
  "record.picked": "选择一个窗口或屏幕来录…",
  "record.refused": "没有录制：浏览器中没有允许。",
  "record.free": ({ free }) => `本机剩余空间：${free}。`,
  "record.limits": "录像记录的是屏幕上显示的画面，它本身不能证明内容确由网站发出。请同时采集这个页面。",
  "record.now": ({ item }) => `正在录屏 ${item}`,
  "record.closing": ({ item }) => `正在保存 ${item}`,
  "record.elapsed": ({ time }) => `已录 ${time}`,
  "record.kept": ({ n, size }) => `已保存 ${number(n)} 段，${size}。`,
  "record.stop": "停止并保存",
  "record.stopping": "正在保存…",
  "record.noPause": "录下的内容约一秒后即写入磁盘，浏览器崩溃也不会丢。",
  "record.stayOpen": "请不要关闭这个窗口：关闭后录制即结束。",
  "record.mayClose": "可以关闭这个窗口，录制会继续；点固证图标可以回到这里。",
  "record.saved": ({ item }) => `${item} 已保存`,
  "record.limit": ({ size }) =>
    `录像达到 ${size}，一个条目不能再大，所以自动停止并保存了。后面的内容没有录到；需要时请再开始一次录屏。`,
  "record.partial": "录像中途断过，或没有录到最后。录下的部分已保存，条目里写明缺了什么。",
  "record.open": "打开条目",
  "record.running": ({ item }) => `${item} 正在录屏。`,
  "record.show": "查看",
  "record.player": "录像",
  "record.playerNote": "这是浏览器写下的原始文件，未作任何改动。这类文件不含总时长，播放器边播边显示。",
  "record.copyNote":
    "这是观看副本：画面没有重新编码，只为让播放器显示总时长并能跳转。应以原件为准；原件就在旁边，未作任何改动。",
  "record.playOriginal": "播放原件",
  "record.playCopy": "播放观看副本",
  "record.sizes": "录制途中，画面的大小变过：",
  "record.resized":
    "录制途中，标签页的大小变过。此后的画面按开始时的尺寸缩放，四周可能有黑边，文字大小也可能不同；没有缺少内容：",
  "record.size": ({ time, width, height }) => `从 ${time} 起为 ${String(width)} × ${String(height)} 像素`,
  "record.chapters": "章节",
  "record.damaged": "录像文件缺失或有改动，不予显示。",
}
