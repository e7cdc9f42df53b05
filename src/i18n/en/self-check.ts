/** The self-check record of a computer: never called a check of cleanliness. */
export const selfCheck = {
  "selfCheck.open": "Fill in the self-check record",
  "selfCheck.title": "Self-check record",
  "selfCheck.what":
    "What Holdfast can know of this computer goes in by itself: browser, system, extension, language, time zone, screen, zoom, and whether the window is private. Nothing is sent anywhere for it.",
  "selfCheck.not":
    "What it is not told: the proxy, other extensions, the cache, the developer tools, and how far the clock is off. The record says so.",
  "selfCheck.ask":
    "What no browser can see, you can show yourself: open a terminal, run these commands, and paste what they print. Each is optional.",
  "selfCheck.private":
    "They may show your network, your programs and names on your computer. Paste only what you would show to the court.",
  "selfCheck.limits":
    "This is what the computer says of itself, and you of it. It does not show that nothing was manipulated.",
  "selfCheck.system": "This computer runs",
  "selfCheck.system.windows": "Windows (Command Prompt)",
  "selfCheck.system.macos": "macOS (Terminal)",
  "selfCheck.system.linux": "Linux",
  "selfCheck.check.hosts": "Addresses fixed by hand (hosts file)",
  "selfCheck.check.proxy": "Proxy",
  "selfCheck.check.network": "Network and DNS servers",
  "selfCheck.check.dns": "The site’s address",
  "selfCheck.check.route": "The way to the site",
  "selfCheck.check.processes": "Programs that run",
  "selfCheck.check.clock": "The clock against a time server",
  "selfCheck.copy": "Copy",
  "selfCheck.copyName": ({ check }: { check: string }) => `Copy the command: ${check}`,
  "selfCheck.copied": "Copied",
  "selfCheck.paste": ({ check }: { check: string }) => `What it printed: ${check}`,
  "selfCheck.print": "Print this list",
  "selfCheck.save": "Save the record",
  "selfCheck.once": "It is saved once, as part of this recording, and cannot be changed afterwards.",
  "selfCheck.saved": "The self-check record is part of this recording.",
} as const satisfies Record<string, unknown>
