import { Aspects, TerraformVariable } from "cdktf";
import { Construct } from "constructs";
import {
  AppProfile,
  ClusterProfile,
  Container,
  ForbidLatest,
  type LayerRuleProps,
  SystemProfile,
  Values,
} from "../index";
import { officialStack, stackWith } from "../providers/stacks.test-support";
import { annotationsOf } from "./findings.test-support";

const TAG_FIX = "Write an exact version, such as the one that the resource's resolvedTag shows.";
const IMAGE_FIX = "Give it the tag of a release, or a digest.";

function strict(props?: LayerRuleProps, stack = stackWith()) {
  Aspects.of(stack).add(new ForbidLatest(props));
  return stack;
}

test("Tags of packs and charts, and images in values and manifests, are told with their layer and place", () => {
  const stack = strict();
  const profile = new ClusterProfile(new Construct(stack, "team"), "add-ons", { name: "add-ons" });
  profile.addPack({ name: "nginx", tag: "latest", values: { charts: { nginx: { image: { tag: "latest" } } } } });
  profile.addHelmChart({ name: "podinfo", tag: "1.x", registryName: "charts", overrides: "image: podinfo:latest" });
  profile.addManifest({ name: "web", content: "kind: Pod\nspec: {containers: [{name: a, image: nginx}]}" });
  expect(annotationsOf(stack)).toEqual([
    `error [platform/team/add-ons] palette-pinned-tags: layer "nginx", tag: The tag "latest" of "nginx" moves by itself. ${TAG_FIX}`,
    `error [platform/team/add-ons] palette-image-tags: layer "nginx", values (charts.nginx.image.tag): The image's tag is latest. ${IMAGE_FIX}`,
    `error [platform/team/add-ons] palette-image-tags: layer "podinfo", overrides (image): The image podinfo:latest is another one tomorrow. ${IMAGE_FIX}`,
    `error [platform/team/add-ons] palette-image-tags: layer "web", manifest "web", content (spec.containers[name=a].image): The image nginx has no tag, so it is the latest. ${IMAGE_FIX}`,
  ]);
});

test("A warning is one, and layers can be excepted by name", () => {
  const stack = strict({ level: "warning", except: ["sandbox"] });
  const profile = new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  profile.addPack({ name: "sandbox", tag: "latest" });
  profile.addPack({ name: "nginx", tag: "latest" });
  expect(annotationsOf(stack)).toEqual([expect.stringMatching(/^warn .* layer "nginx", tag: /)]);
});

test("Tiers and changes of a system profile count, over either provider", () => {
  const stack = strict({}, officialStack());
  new AppProfile(stack, "shop", { name: "shop", tiers: [new Container({ name: "ui", image: "ui:latest" })] });
  expect(annotationsOf(stack)).toEqual([
    expect.stringContaining('[platform/shop] palette-image-tags: tier "ui", values'),
  ]);
  const system = strict();
  SystemProfile.adopt(system, "system", { name: "system" }).changeLayer("csi", { tag: "latest" });
  expect(annotationsOf(system)).toEqual([expect.stringContaining('palette-pinned-tags: layer "csi", tag')]);
});

test("What only Terraform knows is no finding, and hides none beside it", () => {
  const stack = strict();
  const token = new TerraformVariable(stack, "it", { type: "string" }).stringValue;
  const profile = new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  profile.addPack({
    name: token,
    tag: token,
    values: { a: { image: `web:${token}`, tag: token }, b: { tag: "latest" } },
  });
  profile.addPack({ name: "text", tag: "1.0.0", values: `replicas: ${token}\nimage: web:latest\n` });
  expect(annotationsOf(stack)).toEqual([
    expect.stringContaining("palette-image-tags: layer 1, values (b.tag): The image's tag is latest."),
    expect.stringContaining('palette-image-tags: layer "text", values (image): The image web:latest'),
  ]);
});

test("Values of a file are told with the file", () => {
  const stack = strict();
  const file = `${__dirname}/latest.test-support.yaml`;
  const profile = new ClusterProfile(stack, "add-ons", { name: "add-ons" });
  profile.addPack({ name: "nginx", tag: "1.11.4", values: Values.fromFile(file) });
  expect(annotationsOf(stack)).toEqual([
    expect.stringContaining(`layer "nginx", values (charts.nginx.image) of ${file}: The image nginx:latest`),
  ]);
});

test("A level that is none is refused where it is given", () => {
  expect(() => new ForbidLatest({ level: "warn" })).toThrow(
    'UnknownLevel: the level of ForbidLatest is "warn"; write "error" or "warning"',
  );
});
