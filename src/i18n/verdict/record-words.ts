/** What the verifier says of records that contradict themselves, each other, or the stamps; and of files beside them. */
import type { RecordFacts } from "../../core/verify/finding-facts-record.ts"
import type { VerdictWords } from "./words.ts"

type Words = Pick<VerdictWords["findings"], keyof RecordFacts>

const datedZh = (what: string): string =>
  what === "folder" ? "文件夹名称" : /^e\d+$/.test(what) ? `${what} 的采集结束时间` : what

export const recordZh: Words = {
  "record/frame-twice": ({ item, path }) => `${item}：记录把画面 ${path} 列了两次`,
  "record/frame-no-picture": ({ item, path }) => `${item}：记录列为画面的 ${path} 不是 PNG 图片`,
  "record/frame-size": ({ item, path, says, found }) =>
    `${item}：记录说画面 ${path} 是 ${says} 像素，图片本身是 ${found} 像素`,
  "record/frame-source": ({ item, path, source }) =>
    `${item}：记录列为画面的 ${path}，来源却写着 ${source}，不是屏幕截图`,
  "record/frame-unnamed": ({ item, path }) => `${item}：${path} 在画面文件夹里，但记录没有把它列为画面`,
  "record/frame-time": ({ item, path, at }) =>
    `${item}：画面 ${path} 的时间 ${at} 不在这次采集的起止时间之内；两处时间至少有一处不对，或者期间改过时钟`,
  "record/no-first-frame": ({ item }) => `${item}：没有第一张画面（frames/0000.png），记录也没有说明它缺失`,
  "record/page-of-nothing": ({ item, path }) => `${item}：拼接图 ${path} 没有说明由哪些画面拼成`,
  "record/complete-without": ({ item, path }) => `${item}：记录说采集完整，却没有 ${path}`,
  "record/complete-failed": ({ item, step }) => `${item}：记录说采集完整，却有一个步骤失败：${step}`,
  "record/complete-thin": ({ item }) => `${item}：记录说采集完整，却没有滚动后的画面或拼接图`,
  "record/own-previous": ({ item }) => `${item}：记录把自己写成自己的前一次采集`,
  "record/ends-before-start": ({ item, seconds }) =>
    `${item}：记录的结束时间比开始时间早 ${String(seconds)} 秒，超出它写明的时钟调整`,
  "record/clock-set": ({ item, seconds }) =>
    `${item}：按记录所写，采集期间时钟被调整了 ${String(seconds)} 秒`,
  "record/clock-differs": ({ item }) => `${item}：记录里的起止时间与其时钟部分写的不一致`,
  "record/unknown-word": ({ item, field, word }) =>
    `${item}：本校验程序不认识记录 ${field} 里的“${word}”，无法判断；可能出自较新的版本`,
  "record/given-in-capture": ({ item, path }) =>
    `${item}：是一次采集，但记录说 ${path} 是外来文件；该文件不是采集所得`,
  "record/file-gone-unsaid": ({ item }) => `${item}：外来文件不在包内，记录也没有说明它缺失`,
  "record/post-malformed": ({ item, reason }) => `${item}：post.json 无法读取：${reason}`,
  "record/post-address": ({ item, says, url }) =>
    `${item}：post.json 说从页面网址读出的链接是 ${says}，记录的页面却是 ${url}，不是同一网站`,
  "record/mark-outside": ({ item, path }) => `${item}：有标注或遮盖落在图片 ${path} 之外，看不到`,
  "record/copy-no-picture": ({ item, path }) => `${item}：遮盖副本 ${path} 不是 PNG 图片`,
  "record/copy-other-size": ({ item, path, original }) =>
    `${item}：遮盖副本 ${path} 与其原图 ${original} 的尺寸不同`,
  "record/case-differs": ({ item, what }) => `${item}：data/case.json 里的 ${what} 与该项的记录不一致`,
  "record/case-both": ({ item }) => `${item}：data/case.json 既列出该项，又说它没有收入`,
  "record/case-newer": ({ schema }) =>
    `data/case.json 的格式 ${String(schema)} 比本校验程序新（1），无法判断它还说了什么`,
  "record/not-its-ending": ({ path }) => `${path}：开头的字节与扩展名不符，不是这种文件`,
  "record/people-malformed": ({ reason }) => `data/people.json 无法读取：${reason}`,
  "record/people-not-checked": () => "包内有 data/people.json；本校验程序没有核对其中内容",
  "time/impossible": ({ what, said }) => `${datedZh(what)}：${said} 不是存在的日期或时间`,
  "time/other-day": ({ folder, said }) =>
    `Bagging-Date 是 ${said}，文件夹名称里的日期是 ${folder}；两处应为同一次打包的时间`,
  "time/other-start": ({ folder, said }) =>
    `保管日志最后一行（开始导出）写的是 ${said}，文件夹名称里的时间是 ${folder}；两处是同一时刻写下的`,
  "time/said-later": ({ what, at, stamp }) =>
    `${datedZh(what)}（${at}）晚于第三方时间戳 ${stamp}，而时间戳盖上时它已经在包内：写下该时间的时钟当时快了，或者该时间不对`,
}

const datedEn = (what: string): string =>
  what === "folder" ? "the folder's name" : /^e\d+$/.test(what) ? `${what}, the end of its capture` : what

export const recordEn: Words = {
  "record/frame-twice": ({ item, path }) => `${item}: its record names the frame ${path} twice`,
  "record/frame-no-picture": ({ item, path }) =>
    `${item}: ${path}, which its record calls a frame, is no PNG`,
  "record/frame-size": ({ item, path, says, found }) =>
    `${item}: its record says that the frame ${path} has ${says} pixels, and the picture has ${found}`,
  "record/frame-source": ({ item, path, source }) =>
    `${item}: its record calls ${path} a frame and gives its source as ${source}: no picture of the screen`,
  "record/frame-unnamed": ({ item, path }) =>
    `${item}: ${path} lies among the frames, and its record names no such frame`,
  "record/frame-time": ({ item, path, at }) =>
    `${item}: the frame ${path} is dated ${at}, which is outside its capture; one of the times is wrong, or the clock was set meanwhile`,
  "record/no-first-frame": ({ item }) =>
    `${item}: there is no first frame (frames/0000.png), and its record does not say that it is missing`,
  "record/page-of-nothing": ({ item, path }) =>
    `${item}: of the stitched page ${path} its record does not say from which frames it was made`,
  "record/complete-without": ({ item, path }) => `${item}: its record says complete, and has no ${path}`,
  "record/complete-failed": ({ item, step }) =>
    `${item}: its record says complete, and that a step failed: ${step}`,
  "record/complete-thin": ({ item }) =>
    `${item}: its record says complete, and has no frames of the scrolled page, or no page stitched of them`,
  "record/own-previous": ({ item }) => `${item}: its record names itself as the capture before it`,
  "record/ends-before-start": ({ item, seconds }) =>
    `${item}: its record ends ${String(seconds)} s before it begins, more than the clock was set by its own word`,
  "record/clock-set": ({ item, seconds }) =>
    `${item}: by its record, the clock was set by ${String(seconds)} s while it was captured`,
  "record/clock-differs": ({ item }) =>
    `${item}: the beginning and the end in its record are not those that its part on the clock states`,
  "record/unknown-word": ({ item, field, word }) =>
    `${item}: this verifier does not know the word “${word}” in ${field} of its record, and cannot judge it; a newer version may have written it`,
  "record/given-in-capture": ({ item, path }) =>
    `${item}: a capture, and its record says that ${path} is a file from elsewhere: that file was not captured`,
  "record/file-gone-unsaid": ({ item }) =>
    `${item}: the file from elsewhere is not there, and its record does not say that it is missing`,
  "record/post-malformed": ({ item, reason }) => `${item}: post.json cannot be read: ${reason}`,
  "record/post-address": ({ item, says, url }) =>
    `${item}: post.json says that the page's address gave ${says}, and its record is of ${url}, another site`,
  "record/mark-outside": ({ item, path }) =>
    `${item}: a mark or a cover lies outside of the picture ${path}, where nobody sees it`,
  "record/copy-no-picture": ({ item, path }) => `${item}: the redacted copy ${path} is no PNG`,
  "record/copy-other-size": ({ item, path, original }) =>
    `${item}: the redacted copy ${path} is not of the size of its picture ${original}`,
  "record/case-differs": ({ item, what }) =>
    `${item}: its ${what} in data/case.json is not that of the item's record`,
  "record/case-both": ({ item }) => `${item}: data/case.json lists it, and says that it was left out`,
  "record/case-newer": ({ schema }) =>
    `schema ${String(schema)} of data/case.json is newer than this verifier (1): what else it says cannot be judged`,
  "record/not-its-ending": ({ path }) => `${path}: its first bytes are not those of such a file`,
  "record/people-malformed": ({ reason }) => `data/people.json cannot be read: ${reason}`,
  "record/people-not-checked": () => "there is a data/people.json; this verifier did not check what it says",
  "time/impossible": ({ what, said }) => `${datedEn(what)}: there is no such date or time as ${said}`,
  "time/other-day": ({ folder, said }) =>
    `Bagging-Date is ${said}, and the folder's name has ${folder}; both should be of one packing`,
  "time/other-start": ({ folder, said }) =>
    `the last line of the log, which begins the export, is of ${said}, and the folder’s name of ${folder}; both are written of one moment`,
  "time/said-later": ({ what, at, stamp }) =>
    `${datedEn(what)} (${at}) is later than the third-party time stamp of ${stamp}, at which it was there already: the clock that gave it was ahead, or that time is wrong`,
}
