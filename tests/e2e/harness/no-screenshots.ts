/**
 * A browser that gives no screenshots. Chromium by the policy that firms set on
 * their computers, which only a namespace of its own can have here without the
 * other tests; where it cannot be had, and in Firefox, which has no such policy,
 * the call itself is put out of order.
 */
import { execFileSync } from "node:child_process"
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { type LaunchOptions } from "../../../scripts/browsers/driver.ts"
import { findBrowser } from "../../../scripts/browsers/find.ts"
import { target } from "./target.ts"
import { type Inside } from "./vault.ts"

/** Where Chromium on Linux looks for what its owner has decided. */
const POLICIES = "/etc/chromium/policies"

export interface Screenless {
  readonly options: Partial<LaunchOptions>
  /** By the browser itself, or by a call that is out of order. */
  readonly by: "policy" | "call"
  /** To be done in each document that takes pictures, before it does. Nothing, where the browser itself refuses. */
  refuse(inside: Inside): Promise<void>
  clear(): void
}

export function withoutScreenshots(): Screenless {
  const folder = mkdtempSync(join(tmpdir(), "holdfast-screenless-"))
  const clear = () => {
    rmSync(folder, { recursive: true, force: true })
  }
  const found = findBrowser(target)
  if (target === "chrome" && found.path !== null && canHaveNamespace()) {
    const executable = inNamespace(folder, found.path)
    return { options: { executable }, by: "policy", refuse: () => Promise.resolve(), clear }
  }
  return { options: {}, by: "call", refuse: inside => inside.evaluate(putOutOfOrder), clear }
}

function canHaveNamespace(): boolean {
  try {
    execFileSync("unshare", ["--mount", "true"], { stdio: "ignore" })
    return true
  } catch {
    // Not root, or not Linux: the answer.
    return false
  }
}

/** A program that starts the browser where the policy is all that lies in {@link POLICIES}. */
function inNamespace(folder: string, browser: string): string {
  const managed = join(folder, "etc/managed")
  mkdirSync(managed, { recursive: true })
  writeFileSync(join(managed, "screenshots.json"), JSON.stringify({ DisableScreenshots: true }))
  const program = join(folder, "chromium")
  const inside = `mount -t tmpfs none /etc/chromium && mkdir ${POLICIES} && mount --bind ${join(folder, "etc")} ${POLICIES} && exec ${browser} "$@"`
  writeFileSync(program, `#!/bin/sh\nexec unshare --mount sh -c '${inside}' sh "$@"\n`)
  chmodSync(program, 0o755)
  return program
}

/** Runs in the browser. */
function putOutOfOrder(): void {
  const { tabs } = (globalThis as unknown as { browser: { tabs: Record<string, unknown> } }).browser
  tabs.captureVisibleTab = () => Promise.reject(new Error("Taking screenshots has been disabled"))
}
