import { readFile } from "node:fs/promises"
import { join } from "node:path"
import { type Tree } from "./tree.ts"

const NOTO = "node_modules/@expo-google-fonts/noto-sans-sc"

/**
 * The type that papers are set in, whole, with its licence beside it: a paper
 * embeds the letters that it uses. One weight: bold is drawn from it.
 */
export async function fontFiles(root: string): Promise<Tree> {
  const [font, licence] = await Promise.all([
    readFile(join(root, NOTO, "400Regular/NotoSansSC_400Regular.ttf")),
    readFile(join(root, NOTO, "LICENSE_FONT")),
  ])
  return new Map([
    ["fonts/noto-sans-sc.ttf", font],
    ["fonts/noto-sans-sc.OFL.txt", licence],
  ])
}
