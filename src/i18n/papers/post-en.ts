import type { PostWords } from "../../core/bundle/words.ts"
import type { Area } from "../../core/marks.ts"

const area = ({ x, y, width, height }: Area) =>
  `x ${String(x)}, y ${String(y)}, width ${String(width)}, height ${String(height)}`

export const postEn: PostWords = {
  post: "Chosen post",
  postPlace: (place, from) =>
    `Derived from ${from.join(", ")}. On the page, in device pixels: ${area(place)}.`,
  postNotCut: "Not cut out as a picture of its own; the gaps say why.",
  postClicks: words =>
    `In the post, this tool clicked, as the user had switched on: ${words.map(word => `“${word}”`).join(", ")}. What came of it is in the later pictures, not in the first.`,
  pickerShown:
    "Before the first picture, this tool showed a picker in the page for the user to point at the post. It was gone from the page before the picture was taken.",
  quote: "Selected words",
  inFrame: (path, place) => `${path}: ${area(place)}`,
  moreIn: (count, item) => `${String(count)} more in data/${item}/capture.json.`,
}
