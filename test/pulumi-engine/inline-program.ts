import { setAllConfig } from "@pulumi/pulumi/runtime/config";
import { disconnect, resetOptions } from "@pulumi/pulumi/runtime/settings";
import { runInPulumiStack } from "@pulumi/pulumi/runtime/stack";
import * as internal from "@pulumi/pulumi/runtime/state";

interface Client {
  close(): void;
}

// What the Automation API uses too; the SDK's types leave it out.
const { getStore, withLocalStorage } = internal as unknown as {
  getStore(): { settings: { monitor?: Client; engine?: Client } };
  withLocalStorage(work: () => Promise<void>): Promise<void>;
};

const PARALLEL = 16;

/**
 * Runs a program in this process, as the SDK's Automation API does with inline programs. The SDK keeps what belongs to
 * one run apart from others. A program that fails may leave promises that nobody waits for: let that one run in a process
 * of its own.
 */
export async function runInline(
  program: () => unknown,
  it: {
    project: string;
    stack: string;
    monitorAddress: string;
    engineAddress: string;
    dryRun: boolean;
    config: Readonly<Record<string, string>>;
    secretKeys: readonly string[];
  },
): Promise<void> {
  await withLocalStorage(async () => {
    resetOptions(it.project, it.stack, PARALLEL, it.engineAddress, it.monitorAddress, it.dryRun, "organization");
    setAllConfig({ ...it.config }, [...it.secretKeys]);
    try {
      await runInPulumiStack(async () => program());
      await disconnect(true);
    } catch (error) {
      await disconnect(false);
      throw error;
    } finally {
      const { monitor, engine } = getStore().settings;
      monitor?.close();
      engine?.close();
    }
  });
}
