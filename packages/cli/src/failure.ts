import pc from "picocolors";

/** Something the user can put right: told in one line, without a stack. */
export class UserError extends Error {
  override readonly name = "UserError";
}

/** Ends the program with status 1, and says why on stderr. */
export function tellAndExit(error: unknown): never {
  const colors = pc.createColors(process.stderr.isTTY === true && process.env.NO_COLOR === undefined);
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${colors.red("error:")} ${message}\n`);
  if (!(error instanceof UserError) && process.env.PALETTE_PROFILES_DEBUG !== undefined && error instanceof Error) {
    process.stderr.write(`${error.stack}\n`);
  }
  process.exit(1);
}
