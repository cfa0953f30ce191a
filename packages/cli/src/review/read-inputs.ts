import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { ReviewInput } from "@palette-profiles/review";
import { UserError } from "../failure";

/** A text to review, and the stack that it is of, where one is named. */
export interface NamedText {
  stack?: string;
  /** How the user knows it: a file, or standard input. */
  from: string;
  text: string;
}

/**
 * What the words name: a file, `-` for standard input, `STACK=FILE`, or CDKTF's output folder, of which the plan of each stack is read.
 * @throws UserError where something cannot be read
 */
export function readTexts(words: readonly string[]): NamedText[] {
  return words.flatMap((word) => {
    const named = /^([\w.@-]+)=(.+)$/.exec(word);
    const [stack, path] = named !== null && !existsSync(word) ? [named[1], named[2]!] : [undefined, word];
    if (path !== "-" && existsSync(path) && statSync(path).isDirectory()) return plansIn(path);
    return [
      { ...(stack === undefined ? {} : { stack }), from: path === "-" ? "standard input" : path, text: readText(path) },
    ];
  });
}

/** A file's text, or standard input's. */
export function readText(path: string): string {
  try {
    return readFileSync(path === "-" ? 0 : path, "utf8");
  } catch (error) {
    throw new UserError(`${path} cannot be read: ${(error as Error).message}`);
  }
}

/** `cdktf diff` leaves the plan of each stack beside its configuration; Terraform alone can read it. */
function plansIn(folder: string): NamedText[] {
  const stacks = join(folder, "stacks");
  const names = existsSync(stacks) ? readdirSync(stacks).filter((name) => existsSync(join(stacks, name, "plan"))) : [];
  if (names.length === 0) {
    throw new UserError(
      `${folder} holds no plan in stacks/*/plan: give CDKTF's output folder after \`cdktf diff\`, which is cdktf.out unless it was set`,
    );
  }
  return names.sort().map((stack) => {
    process.stderr.write(`Reading the plan of ${stack}\n`);
    return { stack, from: join(stacks, stack, "plan"), text: shownPlan(join(stacks, stack)) };
  });
}

const LIMIT = 1 << 30;

function shownPlan(cwd: string): string {
  const binary = process.env.TERRAFORM_BINARY_NAME ?? "terraform";
  const ran = spawnSync(binary, ["show", "-json", "plan"], { cwd, encoding: "utf8", maxBuffer: LIMIT });
  if (ran.error !== undefined) throw new UserError(`${binary} cannot be started: ${ran.error.message}`);
  if (ran.status !== 0) throw new UserError(`\`${binary} show -json plan\` in ${cwd}: ${ran.stderr.trim()}`);
  return ran.stdout;
}

/** Puts the inputs of several stacks into one. A stack that is not named goes by its file, where there are several. */
export async function reviewInputOf(texts: readonly NamedText[]): Promise<ReviewInput> {
  const { combineInputs, detectInput } = await import("@palette-profiles/review");
  const inputs = texts.map(({ stack, from, text }) => {
    const found = told(from, () => detectInput(text));
    if (found.form !== "changes") {
      const what = found.form === "profile" ? "a profile" : "a configuration of CDKTF";
      throw new UserError(
        `${from} is ${what}, and no plan: compare it with another one by \`palette-profiles diff BEFORE AFTER\``,
      );
    }
    return { stack: stack ?? (texts.length > 1 ? from : undefined), input: found.input };
  });
  return combineInputs(inputs);
}

/** Does something with an input, whose errors then say which it was. */
function told<T>(from: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    throw new UserError(`${from}: ${(error as Error).message}`);
  }
}
