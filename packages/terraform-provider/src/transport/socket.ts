import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** The longest path that a unix socket may have is 108 bytes on Linux and 104 on macOS, its end included. */
const LONGEST = 100;

export interface SocketPath {
  path: string;
  remove(): void;
}

/** A place for a socket in a new folder that only this user can enter. */
export function createSocketPath(temporary = tmpdir()): SocketPath {
  const name = "palette-XXXXXX/provider.sock";
  const parent = Buffer.byteLength(join(temporary, name)) > LONGEST ? "/tmp" : temporary;
  const folder = mkdtempSync(join(parent, "palette-"));
  return {
    path: join(folder, "provider.sock"),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
