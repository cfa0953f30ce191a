import { l1, PaletteProvider } from "@palette-profiles/cdktf";
import { TerraformStack, Testing } from "cdktf";
import type {} from "cdktf/lib/testing/adapters/jest";
import { ENVIRONMENTS } from "./environments";
import { Platform } from "./platform";
import { RELEASES } from "./releases";

// Tests of the program: no Terraform, no Palette, a second.
Testing.setupJest();

const { ClusterProfile } = l1.clusterProfile;

/** What Terraform is given. Synth checks the rules that need no backend, such as layers that stand twice. */
function synth(environment: string, version: string): string {
  const stack = new TerraformStack(Testing.app(), environment);
  new PaletteProvider(stack, "palette");
  new Platform(stack, "platform", { environment, version });
  return Testing.synth(stack, true);
}

test.each(Object.keys(RELEASES))("release %s is four profiles of that version", (version) => {
  const stack = synth("staging", version);
  for (const name of ["aws-infra", "ingress", "observability", "gitops"]) {
    expect(stack).toHaveResourceWithProperties(ClusterProfile, { name: `staging-${name}`, version });
  }
});

test.each(Object.entries(ENVIRONMENTS))("%s runs %s, and only dev may change what it runs", (environment, version) => {
  expect(synth(environment, version)).toHaveResourceWithProperties(ClusterProfile, {
    name: `${environment}-aws-infra`,
    tags: [`env:${environment}`, "team:platform"],
    immutable_versions: environment !== "dev",
  });
});

test("an environment's values are laid over those of the release, and these over the values for all", () => {
  const [dev, prod] = ["dev", "prod"].map((environment) => synth(environment, "1.1.0"));
  for (const values of ["defaultPolicy:", "resyncSeconds: 60"]) {
    expect(dev).toContain(values);
    expect(prod).toContain(values);
  }
  expect(dev).toContain("retention: 2d");
  expect(prod).toContain("retention: 30d");
});

test("a release that there is not is refused, and those that there are are named", () => {
  expect(() => synth("prod", "2.0.0")).toThrow(
    'There is no release "2.0.0": releases.ts has 1.0.0, 1.1.0. Write it there, or take one of these.',
  );
});
