import { spawnSync } from "node:child_process";
import { type Browser, chromium } from "playwright-core";

/** Its own connections would only be refused where there is no network, and slow the start. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A headless Chromium: the one that PALETTE_CHROMIUM names, or the machine's. */
export async function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: executable(), args: FLAGS, timeout: 20_000 });
}

function executable(): string {
  const named = process.env.PALETTE_CHROMIUM;
  for (const name of named ? [named] : ["chromium", "chromium-browser", "google-chrome"]) {
    const found = spawnSync("sh", ["-c", 'command -v "$1"', "sh", name], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  const what = named ? `PALETTE_CHROMIUM names "${named}", which is no program` : "There is no Chromium on the PATH";
  throw new Error(`${what}: run scripts/chromium (needs apt-get and root), or name one in PALETTE_CHROMIUM.`);
}
