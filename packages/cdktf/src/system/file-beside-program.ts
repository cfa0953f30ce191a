import { isAbsolute, join, relative, resolve, sep } from "node:path";
import { App, Manifest, TerraformStack, Token } from "cdktf";
import type { Construct } from "constructs";

/**
 * A path that the program names from the folder it runs in, as Terraform needs it, which runs in the stack's own folder
 * within `cdktf.out`. That folder is thrown away, and what is kept must not lie there by accident.
 */
export function fileBesideProgram(scope: Construct, file: string): string {
  if (Token.isUnresolved(file) || isAbsolute(file)) return file;
  const stack = TerraformStack.of(scope);
  const folder = resolve(App.of(stack).outdir, join(Manifest.stacksFolder, stack.node.id));
  return relative(folder, resolve(file)).split(sep).join("/");
}
