import { type BundleNumbers, linux, mac, posix, stamps, windows } from "./commands.ts"
import { stampsSaid, type VerifyWords } from "./words.ts"

/**
 * verify.txt: how anyone can check this very bundle with tools that we did not
 * write. Commands are the lines that begin with four spaces; a section begins
 * with `==`.
 */
export function verifyText(numbers: BundleNumbers, words: VerifyWords): string {
  const { folder } = numbers
  const linuxSteps = [
    step(words.zipPrint, linux.zipPrint(folder)),
    step(words.unpack, linux.unpack(folder)),
    step(words.payloadSha256, linux.payloadSha256),
    step(words.payloadSm3, linux.payloadSm3),
    step(words.tags, linux.tags),
    step(words.nothingExtra, posix.nothingExtra),
    step(words.nothingExtraTop, posix.nothingExtraTop),
    step(words.signature, posix.signature),
    step(words.key, linux.key(numbers.deviceKey)),
    step(words.custodyChain, linux.custodyChain(numbers.custodyHead)),
    step(words.custodyNumbers, posix.custodyNumbers(numbers)),
    ...stampSteps(numbers, words),
  ]
  const macSteps = [
    step(words.zipPrint, mac.zipPrint(folder)),
    step(words.unpack, mac.unpack(folder)),
    step(words.payloadSha256Each, mac.payloadSha256),
    step(words.tagsEach, mac.tags),
    step(words.nothingExtra, posix.nothingExtra),
    step(words.nothingExtraTop, posix.nothingExtraTop),
    step(words.signature, posix.signature),
    step(words.key, mac.key(numbers.deviceKey)),
    step(words.custodyChain, mac.custodyChain(numbers.custodyHead)),
    step(words.custodyNumbers, posix.custodyNumbers(numbers)),
    ...(hasStamps(numbers) ? [words.stampsElsewhere] : []),
  ]
  const windowsSteps = [
    step(words.windowsZip, windows.zipPrint(folder)),
    step(words.unpack, windows.unpack(folder)),
    step(words.windowsFiles, windows.files),
    step(words.windowsExtra, windows.extra),
    words.windowsRest,
  ]
  return [
    words.title,
    numbersBlock(numbers, words),
    [section(words.scopeTitle), ...words.scope(stampsSaid(numbers)).map(line => `- ${line}`)].join("\n"),
    words.page,
    section(words.linuxTitle),
    words.reading,
    ...numbered(linuxSteps),
    section(words.macTitle),
    words.reading,
    ...numbered(macSteps),
    section(words.windowsTitle),
    words.reading,
    ...numbered(windowsSteps),
  ]
    .map(block => `${block}\n`)
    .join("\n")
}

const hasStamps = ({ authorities, innerStamps, keyStamps, importedStamps }: BundleNumbers): boolean =>
  authorities.length + innerStamps.length + keyStamps.length + importedStamps.length > 0

/** By Linux tools alone: the openssl that macOS brings, and its date, take other words. */
function stampSteps(numbers: BundleNumbers, words: VerifyWords): string[] {
  const checks = [
    [words.keyStamps, stamps.key(numbers)],
    [words.innerStamps, stamps.inner(numbers)],
    [words.importedStamps, stamps.imported(numbers)],
    [words.outerStamps, stampsSaid(numbers).asked.length > 0 ? stamps.outer : ""],
  ] as const
  const steps = checks.flatMap(([said, commands]) => (commands === "" ? [] : [step(said, commands)]))
  const others = numbers.importedStamps
    .filter(({ isVerifiable }) => !isVerifiable)
    .map(({ item, path }) => `data/${item}/${path}`)
  const anchors = [
    ...numbers.anchored.map(item => `data/${item}/capture.json.ots`),
    ...(stampsSaid(numbers).calendars ? ["proofs/tagmanifest-sha256.txt.ots"] : []),
  ]
  return [
    ...(steps.length > 0 ? [step(words.stampRoots, stamps.roots), ...steps] : []),
    ...(others.length > 0 ? [words.unverifiableStamps(others)] : []),
    ...(anchors.length > 0 ? [words.openTimestamps(anchors)] : []),
  ]
}

const section = (title: string) => `== ${title} ==`

const step = (sentence: string, commands: string) =>
  [sentence, ...commands.split("\n").map(command => `    ${command}`)].join("\n")

const numbered = (steps: readonly string[]) => steps.map((text, index) => `${String(index + 1)}. ${text}`)

function numbersBlock(numbers: BundleNumbers, words: VerifyWords): string {
  const facts = [
    [words.bundle, numbers.folder],
    [words.zip, `${numbers.folder}.zip`],
    [words.items, String(numbers.items)],
    ["data/", words.payload(numbers.payloadFiles, numbers.payloadBytes)],
    [words.manifestPrint, numbers.manifestSha256],
    [words.custodyEntries, String(numbers.custodyEntries)],
    [words.custodyHead, numbers.custodyHead],
    [words.deviceKey, numbers.deviceKey],
    [words.timeStamp, words.stamps(stampsSaid(numbers))],
  ]
  return [section(words.numbersTitle), ...facts.map(([label = "", value = ""]) => `${label}: ${value}`)].join(
    "\n",
  )
}
