/** The first lines of a page's source as the report prints them: the rest is in the bundle, and its hash in the report. */
import { shownAddress, shownPassage } from "../bundle/shown.ts"

/** More bytes than its first lines may be long. */
export const SOURCE_HEAD_BYTES = 4_096
const MOST_LINES = 6
const LONGEST_LINE = 160

/** Without empty lines; an address in it without its tokens (decisions.md). `start` is as the server sent it, decoded. */
export function sourceHead(start: string): readonly string[] {
  return start
    .replaceAll(/https?:\/\/[^\s"'<>]+/g, address => shownAddress(address).text)
    .split(/[\r\n]+/)
    .filter(line => line.trim() !== "")
    .slice(0, MOST_LINES)
    .map(line => shownPassage(line, LONGEST_LINE).text)
}
