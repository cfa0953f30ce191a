import { TerraformStack, Testing } from "cdktf";
import { PaletteProvider, type PaletteProviderProps } from "../index";

type Blocks = Record<string, Record<string, Record<string, unknown>>>;

/** What a stack comes to, blocks by type and name. */
export interface Synthesised {
  provider: Record<string, unknown[]>;
  resource: Blocks;
  data: Blocks;
  moved?: unknown[];
}

export function stackWith(props: PaletteProviderProps = {}): TerraformStack {
  const stack = new TerraformStack(Testing.app(), "platform");
  new PaletteProvider(stack, "palette", props);
  return stack;
}

export function officialStack(): TerraformStack {
  return stackWith({ implementation: "spectrocloud" });
}

export function synthesised(stack: TerraformStack): Synthesised {
  return JSON.parse(Testing.synth(stack, true));
}

/** What a synth stops for. */
export function problemsOf(stack: TerraformStack): string[] {
  return stack.node.findAll().flatMap(({ node }) => node.validate());
}
