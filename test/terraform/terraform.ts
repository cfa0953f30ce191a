import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { RunningServer } from "@palette-profiles/palette-server";
import { TERRAFORM } from "./binaries";
import { installedProvider } from "./built-provider";
import { startProvider } from "./running-provider";

/** What one Terraform command did. */
export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
  /** The lines of a command that was asked for JSON. */
  messages: Message[];
  /** Errors as one text: summary and detail of each. */
  errors: string;
}

export interface Diagnostic {
  severity: "error" | "warning";
  summary: string;
  detail: string;
  range?: { filename: string; start: { line: number } };
  snippet?: { code: string; context: string | null };
}

/** A line of Terraform's machine-readable output, as far as the tests look at it. */
export interface Message {
  type: string;
  diagnostic?: Diagnostic;
  change?: { resource: { addr: string }; action: string };
}

/** A Terraform working folder with a home of its own, initialised with our provider. */
export interface Project {
  folder: string;
  write(file: string, content: string): void;
  /** Any command. */
  run(...words: string[]): Promise<Ran>;
  /** A command that is not waited for. */
  start(...words: string[]): ChildProcess;
  plan(...more: string[]): Promise<Ran>;
  apply(...more: string[]): Promise<Ran>;
  /** `terraform show -json` of the plan that `plan("-out=FILE")` made, or of the state. */
  show<T>(file?: string): Promise<T>;
  state(): string;
  remove(): void;
}

export const PROVIDER_BLOCK = `terraform {
  required_providers {
    palette = { source = "palette-profiles/palette" }
  }
}
`;

/** Environment variables with which a program finds the server. */
export function serverEnvironment(server: RunningServer): Record<string, string> {
  return {
    SPECTROCLOUD_HOST: server.url,
    SPECTROCLOUD_APIKEY: server.apiKey,
    SPECTROCLOUD_PROJECT: server.project,
  };
}

/** What Terraform and OpenTofu say of a provider that breaks their rules: its fault, whatever a test looks for. */
const BROKEN_RULE = /Provider (produced|returned) (an )?(inconsistent|invalid|unexpected)[^\n]*(\n[^\n]+)*/;

/** A project whose commands start the installed provider, as a user's do. */
export async function createProject(more: Record<string, string> = {}, binary = TERRAFORM): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), "palette-terraform-"));
  return initialised(folder, environmentOf(folder, more), binary);
}

/** A project whose commands go to one provider that keeps running. */
export async function createServedProject(more: Record<string, string> = {}, binary = TERRAFORM): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), "palette-terraform-"));
  const environment = environmentOf(folder, more);
  const provider = await startProvider(environment, folder);
  const project = await initialised(folder, { ...environment, ...provider.environment }, binary);
  const remove = () => {
    provider.stop();
    project.remove();
  };
  return { ...project, remove };
}

type Environment = Record<string, string | undefined>;

function environmentOf(folder: string, more: Record<string, string>): Environment {
  return {
    PATH: process.env.PATH,
    HOME: folder,
    TF_CLI_CONFIG_FILE: installedProvider().cliConfig,
    TF_IN_AUTOMATION: "1",
    CHECKPOINT_DISABLE: "1",
    // Every plan and every result is judged by the kit before Terraform judges it.
    PALETTE_ORACLE: "1",
    ...more,
  };
}

async function initialised(folder: string, environment: Environment, binary: string): Promise<Project> {
  const start = (...words: string[]) =>
    spawn(binary, words, { cwd: folder, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  const run = async (...words: string[]) => {
    const ran = await ended(start(...words));
    const [broken] = BROKEN_RULE.exec(ran.stdout) ?? BROKEN_RULE.exec(ran.stderr) ?? [];
    if (broken !== undefined) throw new Error(`${binary} ${words.join(" ")}: ${broken}`);
    return ran;
  };
  writeFileSync(join(folder, "terraform.tf"), PROVIDER_BLOCK);
  const init = await run("init", "-input=false", "-no-color");
  if (init.status !== 0) throw new Error(init.stderr);
  return {
    folder,
    write: (file, content) => writeFileSync(join(folder, file), content),
    run,
    start,
    plan: (...words) => run("plan", "-json", "-input=false", ...words),
    apply: (...words) => run("apply", "-json", "-input=false", "-auto-approve", ...words),
    async show<T>(file?: string) {
      const { status, stdout, stderr } = await run("show", "-json", ...(file === undefined ? [] : [file]));
      if (status !== 0) throw new Error(stderr);
      return JSON.parse(stdout) as T;
    },
    state: () => readFileSync(join(folder, "terraform.tfstate"), "utf8"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Waits for a command's end. */
export function ended(child: ChildProcess): Promise<Ran> {
  return new Promise((resolve, reject) => {
    const [out, err]: [Buffer[], Buffer[]] = [[], []];
    child.stdout?.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr?.on("data", (chunk: Buffer) => err.push(chunk));
    child.once("error", reject);
    child.once("close", (status) => {
      const stdout = Buffer.concat(out).toString();
      const messages = stdout.split("\n").flatMap(messageOf);
      const told = messages.flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic] : []));
      const errors = told.map(({ summary, detail }) => `${summary}\n${detail}`).join("\n");
      resolve({ status, stdout, stderr: Buffer.concat(err).toString(), messages, errors });
    });
  });
}

function messageOf(line: string): Message[] {
  return line.startsWith('{"@level"') ? [JSON.parse(line) as Message] : [];
}

/** What is planned for a resource: `create`, `update`, `replace`, `delete`, or nothing. */
export function actionsOf(ran: Ran, address?: string): string[] {
  return ran.messages.flatMap(({ type, change }) =>
    type === "planned_change" && change !== undefined && (address ?? change.resource.addr) === change.resource.addr
      ? [change.action]
      : [],
  );
}

export function diagnosticsOf(ran: Ran): Diagnostic[] {
  return ran.messages.flatMap(({ diagnostic }) => diagnostic ?? []);
}
