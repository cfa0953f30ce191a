import type { Command } from "commander";
import { UserError } from "../failure";
import { addRestore } from "./restore-system-profile";

interface UpgradeFlags {
  url?: string;
  json?: boolean;
}

/** What the embedded server answers to `POST /__server/upgrade`. */
interface UpgradeReport {
  uid: string;
  name: string;
  version: string;
  layers: { name: string; tag: string; change: "updated" | "added" | "unchanged" }[];
}

const TIMEOUT_MS = 30_000;

/** `palette-profiles system-profile`: commands for the profile of the cluster that hosts Palette. */
export function addSystemProfile(program: Command): void {
  const group = program.command("system-profile").description("the profile of the cluster that hosts Palette");
  addUpgrade(group);
  addRestore(group);
}

/** `palette-profiles system-profile upgrade`: what an upgrade of Palette does to the profile, acted out. */
function addUpgrade(group: Command): void {
  group
    .command("upgrade")
    .description(
      "let the embedded server act out an upgrade of Palette, as its seed has it; no real Palette is touched",
    )
    .option("--url <url>", "where the embedded server is; default: SPECTROCLOUD_HOST")
    .option("--json", "print what was upgraded as JSON")
    .action(async (flags: UpgradeFlags) => {
      const url = embeddedServer(flags.url ?? process.env.SPECTROCLOUD_HOST);
      process.stderr.write(`Acting out an upgrade of Palette on the embedded server ${url.origin}\n`);
      const report = await postUpgrade(url);
      process.stderr.write(tell(report));
      if (flags.json === true) process.stdout.write(`${JSON.stringify(report)}\n`);
    });
}

/** The address, which must be on this machine: elsewhere there may be a real Palette. */
function embeddedServer(given: string | undefined): URL {
  if (given === undefined || given.trim() === "") {
    throw new UserError("It is not known where the embedded server is: give --url, or set SPECTROCLOUD_HOST");
  }
  const text = given.trim();
  const withScheme = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`;
  const url = URL.canParse(withScheme) ? new URL(withScheme) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new UserError(`"${text}" is no address of a server: give one such as http://127.0.0.1:8080`);
  }
  if (!isLoopback(url.hostname)) {
    throw new UserError(
      `"${url.host}" is not on this machine: upgrades are acted out by the embedded server only, on 127.0.0.1, [::1] or localhost. A real Palette is upgraded in its system console`,
    );
  }
  return url;
}

/** `URL` has already written every form of an IPv4 address as four numbers. */
function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}

async function postUpgrade(url: URL): Promise<UpgradeReport> {
  let response: Response;
  let text: string;
  try {
    response = await fetch(new URL("/__server/upgrade", url), {
      method: "POST",
      // A redirect could lead away from this machine.
      redirect: "error",
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    text = await response.text();
  } catch (error) {
    const { cause, message } = error as Error & { cause?: Error };
    throw new UserError(
      `The embedded server ${url.origin} does not answer (${cause?.message || message}): start it with \`palette-profiles server --seed FILE\``,
    );
  }
  const body = parse(text);
  if (response.ok && isReport(body)) return body;
  const { code, message } = (body ?? {}) as { code?: string; message?: string };
  if (message === undefined || code === "ResourceNotFound") {
    throw new UserError(
      `${url.origin} is not an embedded server that can act out an upgrade (status ${response.status})`,
    );
  }
  throw new UserError(`The embedded server refuses the upgrade: ${message} (${code}, status ${response.status})`);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isReport(body: unknown): body is UpgradeReport {
  return typeof body === "object" && body !== null && Array.isArray((body as Partial<UpgradeReport>).layers);
}

function tell({ name, version, uid, layers }: UpgradeReport): string {
  const lines = layers.map((layer) => `  ${layer.change.padEnd(9)} ${layer.name} ${layer.tag}`.trimEnd());
  return [`The system profile "${name}" (${uid}) is upgraded to version ${version}:`, ...lines, ""].join("\n");
}
