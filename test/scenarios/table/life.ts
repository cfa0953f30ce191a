import type { ProfileConfig } from "../door";
import { addons, argo, argoValues, certManager, namespaces, nginx, realValues } from "../profiles";
import { inKit, leafOf, NOT_PULUMI, RESOURCE_ALONE, refused, type Scenario, well } from "../scenario";

/** A profile's whole life, and what may go wrong in it. */
export const life: Scenario[] = [
  {
    name: "creates a published profile with all its layers, and plans nothing after it",
    async play(stack, backend) {
      await well(stack.plan(addons()), "create");
      await well(stack.apply(addons()), "create");
      const [profile, ...others] = await backend.profiles();
      expect(others).toEqual([]);
      expect(profile?.spec?.published?.packs?.map((pack) => pack.name)).toEqual([
        "argo-cd",
        "cert-manager",
        "nginx",
        "namespaces",
      ]);
      expect(profile?.status?.isPublished).toBe(true);
      expect(profile?.metadata?.annotations?.description).toBe("What every cluster gets");
      // A layer that gives no values has the pack's own.
      expect(await leafOf(backend, "cert-manager")).toContain("charts:");
      await well(stack.plan(addons()), "none");
      await well(stack.apply(addons()), "none");
    },
  },
  {
    name: "reads an unchanged profile with three calls and asks for no pack again",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      await stack.apply(addons({ packs: [argo(), nginx, namespaces] }));
      await backend.forget();
      await well(stack.plan(addons({ packs: [argo(), nginx, namespaces] })), "none");
      const calls = (await backend.calls()).filter((call) => !call.includes("/v1/dashboard/projects/metadata"));
      expect(calls.sort()).toEqual([
        "GET /v1/clusterprofiles/{uid}",
        "GET /v1/clusterprofiles/{uid}/packs/manifests",
        "GET /v1/clusterprofiles/{uid}/variables",
      ]);
    },
  },
  {
    name: "changes one leaf in place",
    async play(stack, backend) {
      await stack.apply(addons());
      const [before] = await backend.profiles();
      const next = addons({ packs: [argo(3), certManager, nginx, namespaces] });
      await well(stack.plan(next), "update");
      await well(stack.apply(next), "update");
      const [after, ...others] = await backend.profiles();
      expect(others).toEqual([]);
      expect(after?.metadata?.uid).toBe(before?.metadata?.uid);
      expect(await leafOf(backend, "argo-cd")).toContain("replicas: 3");
      await well(stack.plan(next), "none");
    },
  },
  {
    name: "holds real packs with values of up to 289 KB, and sees one leaf and no comment in them",
    async play(stack, backend) {
      const real = (edit: (text: string) => string): ProfileConfig =>
        addons({
          packs: [
            { name: "thanos", tag: "17.6.0", values: edit(realValues("thanos-17.6.0")) },
            { name: "consul", tag: "1.3.0", values: realValues("consul-k8s-1.3.0") },
            { name: "kyverno", tag: "1.12.2", values: realValues("kyverno-1.12.2") },
          ],
        });
      await well(stack.apply(real((text) => text)), "create");
      await well(stack.plan(real((text) => `${text}\n# the end\n`)), "none");
      const leaf = real((text) => text.replace(/replicaCount: 1\b/, "replicaCount: 2"));
      await well(stack.apply(leaf), "update");
      expect(await leafOf(backend, "thanos")).toContain("replicaCount: 2");
      await well(stack.plan(leaf), "none");
    },
  },
  {
    name: "plans nothing for comments, quotes, indentation and key order",
    async play(stack) {
      await stack.apply(addons());
      const reformatted = `# who owns this: platform\npack: { namespace: "argocd" }\ncharts:\n    argo-cd:\n        redis: { enabled: true }\n        server:\n            replicas: 1 # one is enough\n`;
      await well(stack.plan(addons({ packs: [argo(1, "# a comment\n"), certManager, nginx, namespaces] })), "none");
      await well(
        stack.plan(addons({ packs: [{ ...argo(), values: reformatted }, certManager, nginx, namespaces] })),
        "none",
      );
      await well(stack.plan(addons({ tags: ["managed", "team:platform"], version: "1.0" })), "none");
    },
  },
  {
    name: "plans a change for a preset comment, which is meaning",
    skippedBy: NOT_PULUMI,
    async play(stack) {
      await stack.apply(addons());
      const preset = {
        ...argo(),
        values: `# spectrocloud.com/enabled-presets: Ingress:enable-ingress\n${argoValues(1)}`,
      };
      await well(stack.plan(addons({ packs: [preset, certManager, nginx, namespaces] })), "update");
    },
  },
  {
    name: "keeps each layer's own pack when one is inserted in front and when the order changes",
    async play(stack, backend) {
      await stack.apply(addons({ packs: [argo(), nginx, namespaces] }));
      const uids = async () =>
        Object.fromEntries(
          (await backend.profiles())[0]?.spec?.published?.packs?.map((pack) => [pack.name, pack.packUid]) ?? [],
        );
      const before = await uids();
      const inserted = addons({ packs: [certManager, argo(), nginx, namespaces] });
      await well(stack.apply(inserted), "update");
      expect(await uids()).toMatchObject(before);
      await well(stack.plan(inserted), "none");
      const swapped = addons({ packs: [nginx, certManager, argo(), namespaces] });
      await well(stack.apply(swapped), "update");
      expect(await uids()).toMatchObject(before);
      await well(stack.plan(swapped), "none");
    },
  },
  {
    name: "takes the new pack's uid with a new tag",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      await stack.apply(addons({ packs: [argo()] }));
      const uid = async () => (await backend.profiles())[0]?.spec?.published?.packs?.[0]?.packUid;
      const before = await uid();
      const bumped = addons({ packs: [{ ...argo(), tag: "7.8.2" }] });
      await well(stack.apply(bumped), "update");
      expect(await uid()).not.toBe(before);
      await well(stack.plan(bumped), "none");
    },
  },
  {
    name: "makes a new version beside the old one, and destroys both",
    async play(stack, backend) {
      await stack.apply(addons());
      const next = addons({ version: "1.1.0", packs: [argo(2), nginx, namespaces] });
      await well(stack.plan(next), "update");
      await well(stack.apply(next), "update");
      const versions = Object.fromEntries(
        (await backend.profiles()).map((profile) => [profile.spec?.version, profile.spec?.published?.packs?.length]),
      );
      expect(versions).toEqual({ "1.0.0": 4, "1.1.0": 3 });
      await well(stack.plan(next), "none");
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.profiles()).toEqual([]);
    },
  },
  {
    name: "goes back to a version that it made, with the content that is written",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      await stack.apply(addons());
      await stack.apply(addons({ version: "1.1.0" }));
      const back = addons({ packs: [argo(5), nginx] });
      await well(stack.apply(back), "update");
      await well(stack.plan(back), "none");
      const versions = Object.fromEntries(
        (await backend.profiles()).map((profile) => [profile.spec?.version, profile.spec?.published?.packs?.length]),
      );
      expect(versions).toEqual({ "1.0.0": 2, "1.1.0": 4 });
    },
  },
  {
    name: "adds, uses, and in one apply removes a variable with its last use (peer-973)",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      const uses = { ...nginx, values: "charts:\n  nginx:\n    replicas: '{{.spectro.var.replicas}}'\n" };
      const variable = { name: "replicas", displayName: "Replicas", format: "number", defaultValue: "2" };
      await stack.apply(addons({ packs: [nginx] }));
      const using = addons({ packs: [uses], profileVariables: { variables: [variable] } });
      await well(stack.apply(using), "update");
      await well(stack.plan(using), "none");
      await well(stack.apply(addons({ packs: [nginx] })), "update");
      const [profile] = await backend.profiles();
      expect((await backend.api.variables(profile?.metadata?.uid ?? "")).variables ?? []).toEqual([]);
    },
  },
  {
    name: "never plans a change for a sensitive default that Palette masks (peer defect 6)",
    async play(stack) {
      const secret = { name: "token", displayName: "Token", defaultValue: "s3cr3t-canary", isSensitive: true };
      const config = addons({ packs: [nginx], profileVariables: { variables: [secret] } });
      await well(stack.apply(config), "create");
      await well(stack.plan(config), "none");
      const changed = addons({
        packs: [nginx],
        profileVariables: { variables: [{ ...secret, defaultValue: "other" }] },
      });
      await well(stack.plan(changed), "update");
    },
  },
  {
    name: "sees what somebody changed in Palette, and puts it right",
    async play(stack, backend) {
      await stack.apply(addons());
      await backend.edit("nginx", "charts:\n  nginx:\n    replicas: 9\n");
      await well(stack.plan(addons()), "update");
      await well(stack.apply(addons()), "update");
      expect(await leafOf(backend, "nginx")).toContain("replicas: 2");
      await well(stack.plan(addons()), "none");
    },
  },
  {
    name: "sees an edit of a layer that has the pack's own values",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      await stack.apply(addons());
      await backend.edit("cert-manager", "charts:\n  cert-manager:\n    replicaCount: 9\n");
      await well(stack.plan(addons()), "update");
      await well(stack.apply(addons()), "update");
      expect(await leafOf(backend, "cert-manager")).not.toContain("replicaCount: 9");
    },
  },
  {
    name: "makes the profile again when somebody deleted it, and destroys what is already gone",
    async play(stack, backend) {
      await stack.apply(addons());
      const remove = async () => backend.api.remove((await backend.profiles())[0]?.metadata?.uid ?? "");
      await remove();
      await well(stack.plan(addons()), "create");
      await well(stack.apply(addons()), "create");
      await remove();
      expect((await stack.destroy()).errors).toBe("");
    },
  },
  {
    name: "forgets no older version when somebody deletes the current one",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      await stack.apply(addons());
      const next = addons({ version: "1.1.0" });
      await stack.apply(next);
      const current = (await backend.profiles()).find((profile) => profile.spec?.version === "1.1.0");
      await backend.api.remove(current?.metadata?.uid ?? "");
      await well(stack.apply(next), "update");
      expect((await backend.profiles()).map((profile) => profile.spec?.version).sort()).toEqual(["1.0.0", "1.1.0"]);
      await well(stack.plan(next), "none");
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.profiles()).toEqual([]);
    },
  },
  {
    name: "imports by name and by uid, and plans nothing after it (peer defect 14)",
    skippedBy: { Pulumi: "dynamic resources cannot be imported: Pulumi gives them no provider (engines.md A4)" },
    async play(stack, backend) {
      await stack.apply(addons());
      const [profile] = await backend.profiles();
      for (const id of [
        "platform-addons:project",
        `${profile?.metadata?.uid}:project`,
        "platform-addons:project:1.0.0",
      ]) {
        await well(stack.import!(id, addons()), "none");
      }
    },
  },
  {
    name: "moves a profile to the tenant by replacing it (peer defect 10)",
    async play(stack, backend) {
      await stack.apply(addons());
      const moved = addons({ context: "tenant" });
      await well(stack.plan(moved), "replace");
      await well(stack.apply(moved), "replace");
      const profiles = await backend.profiles();
      expect(profiles.map((profile) => profile.metadata?.annotations?.scope)).toEqual(["tenant"]);
      await well(stack.plan(moved), "none");
    },
  },
  {
    name: "leaves the profile in Palette where skipDestroy says so",
    async play(stack, backend) {
      await stack.apply(addons({ skipDestroy: true }));
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.profiles()).toHaveLength(1);
    },
  },
  refused(
    "invalid YAML in values",
    addons({ packs: [{ ...argo(), values: "charts:\n  argo-cd:\n   - a\n  b: [1\n" }] }),
    "argo-cd",
    "line",
    "column",
  ),
  refused("an unknown pack", addons({ packs: [{ ...argo(), name: "argocd" }] }), '"argocd"', '"argo-cd"'),
  inKit(refused("an unknown tag", addons({ packs: [{ ...argo(), tag: "7.7.6" }] }), '"7.7.6"', '"7.7.5"')),
  inKit(
    refused(
      "a wrong registry",
      addons({ packs: [{ ...argo(), registryName: "Public Rep" }] }),
      '"Public Rep"',
      '"Public Repo"',
    ),
  ),
  inKit(
    refused(
      "two registries for one layer",
      addons({ packs: [{ ...argo(), registryUid: "0123456789abcdef01234567" }] }),
      "0123456789abcdef01234567",
      "Leave one of them out",
    ),
  ),
  inKit(
    refused("a version that is not semantic", addons({ version: "1.0.develop" }), '"1.0.develop"', "major.minor.patch"),
  ),
  inKit(refused("a duplicate layer", addons({ packs: [argo(), argo(2)] }), "argo-cd", "display-name")),
  inKit(refused("an unknown project", addons({ project: "Defualt" }), '"Defualt"', '"Default"')),
  {
    name: "makes nothing when Palette refuses the create, says why, and creates at the next apply",
    async play(stack, backend) {
      const body = { code: "QuotaExceeded", message: "200 cluster profiles are the limit", ref: "abc" };
      await backend.fault({ match: { method: "POST", route: "/v1/clusterprofiles" }, action: { status: 400, body } });
      const outcome = await stack.apply(addons());
      expect(outcome.errors).toContain("QuotaExceeded");
      expect(outcome.errors).toContain("200 cluster profiles are the limit");
      expect(await backend.profiles()).toEqual([]);
      await well(stack.apply(addons()), "create");
    },
  },
  {
    name: "makes no second profile when the answer to a create is lost (peer defect 5)",
    async play(stack, backend) {
      await backend.fault({ match: { method: "POST", route: "/v1/clusterprofiles" }, action: "reset-after" });
      await well(stack.apply(addons()), "create");
      expect(await backend.profiles()).toHaveLength(1);
      await well(stack.plan(addons()), "none");
    },
  },
  {
    name: "converges at the next apply when an update stops half-way",
    async play(stack, backend) {
      await stack.apply(addons());
      const next = addons({ description: "Changed", packs: [argo(4), certManager, nginx, namespaces] });
      await backend.fault({
        match: { method: "PATCH", route: "/v1/clusterprofiles/{uid}/publish" },
        times: 1,
        action: { status: 500 },
      });
      expect((await stack.apply(next)).errors).toContain("500");
      await well(stack.apply(next), "update");
      expect(await leafOf(backend, "argo-cd")).toContain("replicas: 4");
      await well(stack.plan(next), "none");
      expect(await backend.profiles()).toHaveLength(1);
    },
  },
  {
    name: "waits out a refusal for its rate",
    kitOnly: RESOURCE_ALONE,
    async play(stack, backend) {
      await backend.fault({
        match: { method: "POST", route: "/v1/clusterprofiles" },
        times: 2,
        action: { status: 429, headers: { "retry-after": "0.1" } },
      });
      await well(stack.apply(addons()), "create");
      expect(await backend.profiles()).toHaveLength(1);
    },
  },
];
