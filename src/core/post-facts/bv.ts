/**
 * The two numbers of a video on 哔哩哔哩: `av170001` and `BV17x411w7KC` are one. No
 * document of the site says how the second is made of the first; the rule is that
 * of bilibili-API-collect (docs/misc/bvid_desc.md).
 */
const LETTERS = "FcwAPNKTMug3GV5Lj7EJnHpWsx4tb8haYeviqBz6rkCy12mUSDQX9RdoZf"
const XOR = 23_442_827_791_579n
const LIMIT = 1n << 51n
const LENGTH = 12

/** The number in letters, whichever of the two is given; null for what is neither. */
export function bvOf(id: string): string | null {
  if (/^BV[0-9A-Za-z]{10}$/.test(id)) return id
  const [, digits] = /^av(\d{1,16})$/i.exec(id) ?? []
  if (digits === undefined) return null
  const number = BigInt(digits)
  if (number === 0n || number >= LIMIT) return null
  const letters = Array.from("BV1000000000")
  let left = (LIMIT | number) ^ XOR
  for (let place = LENGTH - 1; left > 0n; place--) {
    letters[place] = LETTERS.charAt(Number(left % 58n))
    left /= 58n
  }
  swap(letters, 3, 9)
  swap(letters, 4, 7)
  return letters.join("")
}

function swap(letters: string[], one: number, other: number): void {
  const [a = "", b = ""] = [letters[one], letters[other]]
  letters[one] = b
  letters[other] = a
}
