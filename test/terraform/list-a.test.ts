import { allKinds, each, hclOf } from "./kinds";
import { sharedProject } from "./shared-project";
import { actionsOf } from "./terraform";

// The black-box list of the README beside this file, as far as no other test has it. Each with all three kinds of profiles.
jest.setTimeout(60_000);
const it = sharedProject();

const writes = async () =>
  (await it.backend.calls()).filter((call) => !call.startsWith("GET ") && !call.includes("/auth/"));
const valuesHeld = async () => ({
  cluster: (await it.backend.profiles())[0]?.spec?.published?.packs?.[0]?.values,
  app: (await it.backend.appProfiles())[0]?.tiers[0]?.spec?.values,
  system: (await it.backend.systemProfile()).spec?.published?.packs?.find(({ name }) => name === "kubernetes")?.values,
});

test("A7 moved blocks change no profile, and a removed block forgets each without a call that changes it", async () => {
  await it.applied(allKinds());
  await it.backend.forget();
  const moved = ["cluster", "app", "system"]
    .map((kind) => `moved {\n  from = palette_${kind}_profile.it\n  to   = palette_${kind}_profile.other\n}\n`)
    .join("");
  expect(await it.applied(allKinds({ label: "other" }) + moved)).toEqual(each("move"));
  const removed = ["cluster", "app", "system"]
    .map((kind) => `removed {\n  from = palette_${kind}_profile.other\n  lifecycle {\n    destroy = false\n  }\n}\n`)
    .join("");
  await it.applied(removed);
  expect(JSON.parse(it.project.state())).toMatchObject({ resources: [] });
  expect(await writes()).toEqual([]);
  expect(await it.backend.profiles()).toHaveLength(1);
  expect(await it.backend.appProfiles()).toHaveLength(1);
});

test("A8 with -refresh=false no profile is read, and what somebody changed is seen without it", async () => {
  await it.applied(allKinds());
  await it.backend.edit("nginx", "charts:\n  nginx:\n    replicas: 9\n");
  await it.backend.forget();
  expect(await it.planned(allKinds(), "-refresh=false")).toEqual([]);
  expect((await it.backend.calls()).filter((call) => /rofiles/.test(call))).toEqual([]);
  const drifted = await it.project.plan("-refresh-only");
  expect(drifted.errors).toBe("");
  expect(drifted.messages.filter(({ type }) => type === "resource_drift")).toHaveLength(1);
  expect(await it.planned(allKinds())).toEqual(["update"]);
});

test("A8 -target changes one profile and leaves the others", async () => {
  await it.applied(allKinds());
  const before = await valuesHeld();
  expect(await it.applied(allKinds({ size: 2 }), "-target=palette_app_profile.it")).toEqual(["update"]);
  const after = await valuesHeld();
  expect(after.app).not.toBe(before.app);
  expect(after).toEqual({ ...before, app: after.app });
  expect(await it.planned(allKinds({ size: 2 }))).toEqual(["update", "update"]);
});

test("A8 -replace makes each profile anew, and leaves one of it", async () => {
  await it.applied(allKinds());
  const before = await valuesHeld();
  const [[cluster], [app]] = [await it.backend.profiles(), await it.backend.appProfiles()];
  const targets = ["cluster", "app", "system"].map((kind) => `-replace=palette_${kind}_profile.it`);
  expect(await it.applied(allKinds(), ...targets)).toEqual(each("replace"));
  const [clusters, apps] = [await it.backend.profiles(), await it.backend.appProfiles()];
  expect([clusters.length, apps.length]).toEqual([1, 1]);
  expect(clusters[0]?.metadata?.uid).not.toBe(cluster?.metadata?.uid);
  expect(apps[0]?.uid).not.toBe(app?.uid);
  expect(await valuesHeld()).toEqual(before);
  expect(await it.planned(allKinds())).toEqual([]);
});

describe("A9 create_before_destroy", () => {
  const more = (context: string) => `context = "${context}"\n  lifecycle {\n    create_before_destroy = true\n  }`;
  const hcl = (context: string) => hclOf.cluster({ more: more(context) }) + hclOf.app({ more: more(context) });

  test("into another scope: the new profile is there before the old one goes", async () => {
    await it.applied(hcl("project"));
    await it.backend.forget();
    expect(await it.applied(hcl("tenant"))).toEqual(["replace", "replace"]);
    expect((await it.backend.profiles()).map(({ metadata }) => metadata?.annotations?.scope)).toEqual(["tenant"]);
    expect(await it.backend.appProfiles()).toHaveLength(1);
    expect(await it.planned(hcl("tenant"))).toEqual([]);
  });

  test("within a scope, where the old one has the name: an error says so, and nothing is lost", async () => {
    await it.applied(hcl("project"));
    const [[cluster], [app]] = [await it.backend.profiles(), await it.backend.appProfiles()];
    const ran = await it.project.apply("-replace=palette_cluster_profile.it", "-replace=palette_app_profile.it");
    expect(ran.errors).toContain('"addons"');
    expect(ran.errors).toContain('"shop"');
    expect(ran.errors).toContain("create_before_destroy");
    expect((await it.backend.profiles()).map(({ metadata }) => metadata?.uid)).toEqual([cluster?.metadata?.uid]);
    expect((await it.backend.appProfiles()).map(({ uid }) => uid)).toEqual([app?.uid]);
    // Terraform holds the old ones as those that go once there are new ones: another version does it.
    const next = hcl("project").replaceAll("  pack {", '  version = "1.1.0"\n  pack {');
    expect((await it.applied(next)).sort()).toEqual(["create", "create", "delete", "delete"]);
    expect((await it.backend.profiles()).map(({ spec }) => spec?.version)).toEqual(["1.1.0"]);
    expect(await it.backend.appProfiles()).toHaveLength(1);
    expect(await it.planned(next)).toEqual([]);
  });

  test("within a scope, with adopt: the profile is taken over from itself, and not removed after it", async () => {
    const adopting = hcl("project").replaceAll("  lifecycle", "  adopt = true\n  lifecycle");
    await it.applied(adopting);
    const [[cluster], [app]] = [await it.backend.profiles(), await it.backend.appProfiles()];
    const ran = await it.project.apply("-replace=palette_cluster_profile.it", "-replace=palette_app_profile.it");
    expect(ran.errors).toBe("");
    expect((await it.backend.profiles()).map(({ metadata }) => metadata?.uid)).toEqual([cluster?.metadata?.uid]);
    expect((await it.backend.appProfiles()).map(({ uid }) => uid)).toEqual([app?.uid]);
    expect(await it.planned(adopting)).toEqual([]);
    expect((await it.project.apply("-destroy")).errors).toBe("");
    expect([await it.backend.profiles(), await it.backend.appProfiles()]).toEqual([[], []]);
  });
});

test("A18 with 1, 10 and 64 at a time the state is the same", async () => {
  const hcl = ["cluster", "app"]
    .map((kind) =>
      hclOf[kind as "cluster" | "app"]({ more: "count = 12" }).replace(
        /name = "(addons|shop)"/,
        'name = "$1-$${count.index}"',
      ),
    )
    .join("")
    .replaceAll("$$", "$");
  const states: string[] = [];
  for (const atATime of [1, 10, 64]) {
    await it.restart();
    expect(await it.applied(hcl + hclOf.system(), `-parallelism=${atATime}`)).toHaveLength(25);
    const { values } = await it.project.show<{ values: object }>();
    // Uids, and the host in an identity, differ from one Palette to the next.
    states.push(
      JSON.stringify(values)
        .replace(/[0-9a-f]{24}/g, "uid")
        .replaceAll(new URL(it.server.url).host, "host"),
    );
    expect(await it.planned(hcl + hclOf.system(), `-parallelism=${atATime}`)).toEqual([]);
  }
  expect(new Set(states).size).toBe(1);
});

test("A19 of two workspaces, the second neither overwrites nor doubles what the first made; it may take it over", async () => {
  const adopting = (size: number) => {
    const more = "adopt = true";
    return hclOf.cluster({ size, more }) + hclOf.app({ size, more }) + hclOf.system({ size });
  };
  await it.applied(allKinds());
  const before = await valuesHeld();
  expect((await it.project.run("workspace", "new", "second")).status).toBe(0);
  it.project.write("main.tf", allKinds({ size: 2 }));
  const refused = await it.project.apply();
  for (const words of ['"addons" is there already', '"shop" is there already']) expect(refused.errors).toContain(words);
  expect(await valuesHeld()).toEqual(before);
  // Other content is not taken over: that would overwrite what the first workspace says.
  it.project.write("main.tf", adopting(2));
  expect((await it.project.apply()).errors).toContain("differs from what is written");
  expect(await valuesHeld()).toEqual(before);
  await it.applied(adopting(1));
  await it.applied(adopting(2));
  const after = await valuesHeld();
  expect([(await it.backend.profiles()).length, (await it.backend.appProfiles()).length]).toEqual([1, 1]);
  // The first sees what the second did, puts it right where it is asked to, and asks where both changed one place.
  await it.project.run("workspace", "select", "default");
  it.project.write("main.tf", allKinds());
  const first = await it.project.plan();
  expect(actionsOf(first)).toEqual(["update", "update"]);
  expect(first.errors).toContain("Palette and this program both changed pack.podCIDR");
  // Of the system profile it remembers that it is agreed with.
  expect(await it.applied(allKinds({ size: 2 }))).toEqual(["update"]);
  expect(await it.planned(allKinds({ size: 2 }))).toEqual([]);
  expect(await valuesHeld()).toEqual(after);
});

describe("A20 terraform test", () => {
  const program = `variable "replicas" {
  type    = number
  default = 1
}
${allKinds().replace("replicas = 1", "replicas = var.replicas")}
output "id" {
  value = palette_cluster_profile.it.id
}
`;
  const write = (test: string) => {
    it.project.write("main.tf", program);
    it.project.write("profiles.tftest.hcl", test);
  };

  test("plans and applies each run, sees a plan's values, and leaves nothing behind", async () => {
    write(`run "planned" {
  command = plan
  assert {
    condition     = palette_cluster_profile.it.pack[0].resolved_tag == "1.11.4"
    error_message = "the pack's version is known in the plan"
  }
}
run "created" {
  assert {
    condition     = length(output.id) == 24 && palette_app_profile.it.versions["1.0.0"] == palette_app_profile.it.id
    error_message = "profiles have uids"
  }
}
run "changed" {
  variables {
    replicas = 3
  }
  assert {
    condition     = yamldecode(palette_cluster_profile.it.pack[0].values).charts.nginx.replicas == 3 && palette_cluster_profile.it.versions == tomap({ "1.0.0" = output.id })
    error_message = "a profile is changed in place"
  }
}
`);
    const { status, stdout, stderr } = await it.project.run("test", "-no-color");
    expect([stderr, status]).toEqual(["", 0]);
    expect(stdout).toContain("3 passed, 0 failed");
    expect([await it.backend.profiles(), await it.backend.appProfiles()]).toEqual([[], []]);
  });

  test("mocks the provider, without a call to Palette", async () => {
    write(`mock_provider "palette" {
  mock_resource "palette_cluster_profile" {
    defaults = {
      id = "mocked"
    }
  }
}
run "mocked" {
  assert {
    condition     = output.id == "mocked" && palette_system_profile.it.name == "palette-enterprise"
    error_message = "computed values are mocked"
  }
}
`);
    await it.backend.forget();
    const { status, stdout, stderr } = await it.project.run("test", "-no-color");
    expect([stderr, status]).toEqual(["", 0]);
    expect(stdout).toContain("1 passed, 0 failed");
    expect(await it.backend.calls()).toEqual([]);
  });
});
