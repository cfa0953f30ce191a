import {
  api,
  cache,
  containerText,
  database,
  namesHeld,
  onApps,
  settings,
  settles,
  shop,
  tiersHeld,
  ui,
  web,
} from "../../apps";
import type { Backend } from "../../backend";
import { NOT_PULUMI, type Scenario, well } from "../../scenario";

const drifting = shop({ tiers: [database(), api(), ui, settings()] });

/** Somebody at Palette's console. */
async function held(backend: Backend, name = ""): Promise<[uid: string, tierUid: string]> {
  const [profile] = await backend.appProfiles();
  const tier = profile?.tiers.find(({ metadata }) => metadata?.name === name);
  return [profile?.uid ?? "", tier?.metadata?.uid ?? ""];
}
async function editTier(backend: Backend, name: string): Promise<void> {
  const values = containerText("registry.example.com/else:9.9.9");
  await backend.apps.setTier(...(await held(backend, name)), { name, version: "1.0.2", values });
}
async function removeTier(backend: Backend, name: string): Promise<void> {
  await backend.apps.removeTier(...(await held(backend, name)));
}
async function addTier(backend: Backend, name: string): Promise<void> {
  await backend.apps.addTier((await held(backend))[0], { name, type: "manifest" });
}

/** An app profile's whole life. */
export const appLife: Scenario<"app">[] = onApps([
  {
    name: "creates a profile with tiers of every kind, and plans nothing after it, nor for formatting",
    async play(stack, backend) {
      await well(stack.plan(shop()), "create");
      await well(stack.apply(shop()), "create");
      const [held, ...others] = await backend.appProfiles();
      expect(others).toEqual([]);
      expect(held?.profile.metadata).toMatchObject({
        name: "shop",
        annotations: { description: "Where things are sold" },
        labels: { team: "shop", managed: "spectro__tag" },
      });
      expect((await tiersHeld(backend)).map(({ name, type, version }) => [name, type, version])).toMatchObject([
        ["db", "operator-instance", "1.8.2"],
        ["api", "container", "1.0.2"],
        ["web", "helm", "2.0.0"],
        ["settings", "manifest", expect.anything()],
      ]);
      const [db] = await tiersHeld(backend);
      // The properties of a service are a map: engines give them in an order of their own.
      expect(Object.fromEntries((db?.properties ?? []).map(({ name, value }) => [name, value]))).toEqual({
        dbUserName: "shop",
        databaseName: "orders",
        databaseVolumeSize: "8",
      });
      await well(stack.plan(shop()), "none");
      const reformatted = shop({
        version: "1.0",
        tags: ["managed", "team:shop"],
        tiers: [
          database(),
          api("1.4.0", {}, "# who owns this: the shop\n"),
          { ...web, values: "charts: { web: { replicas: 2 } }\npack: { namespace: 'web' }\n" },
          settings("'fast' # quick"),
        ],
      });
      await well(stack.plan(reformatted), "none");
      await well(stack.apply(reformatted), "none");
    },
  },
  {
    name: "reads an unchanged profile with one call for it, one for its tiers and one for each manifest",
    kitOnly: "the calls are the resource's, whichever engine asks",
    async play(stack, backend) {
      await stack.apply(shop());
      await backend.forget();
      await well(stack.plan(shop()), "none");
      const calls = (await backend.calls()).filter((call) => !call.includes("/v1/dashboard/projects/metadata"));
      expect(calls.sort()).toEqual([
        "GET /v1/appProfiles/{uid}",
        "GET /v1/appProfiles/{uid}/tiers",
        "GET /v1/appProfiles/{uid}/tiers/{tierUid}/manifests/{manifestUid}",
      ]);
    },
  },
  {
    name: "never plans a change for a password that Palette masks, changes it, and shows it in no error",
    async play(stack, backend) {
      const config = (password?: string, size?: string) => shop({ tiers: [database(), cache(password, size)] });
      await settles(stack, config(), "create");
      const [, tier] = await tiersHeld(backend);
      expect(tier?.properties).toContainEqual(expect.objectContaining({ name: "userPassword", value: "********" }));
      // Another property, in the same tier, keeps the password.
      await settles(stack, config(undefined, "4"), "update");
      const other = "b3RoZXItY2FuYXJ5";
      await backend.fault({
        match: { method: "PUT", route: "/v1/appProfiles/{uid}/tiers/{tierUid}" },
        action: { status: 400 },
      });
      const { errors } = await stack.apply(config(other, "4"));
      expect(errors).toContain('"cache"');
      expect(errors).not.toContain(other);
      await settles(stack, config(other, "4"), "update");
    },
  },
  {
    name: "makes the profile again when somebody deleted it, and destroys what is already gone",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      await stack.apply(shop());
      const remove = async () => backend.apps.remove((await backend.appProfiles())[0]?.uid ?? "");
      await remove();
      await well(stack.plan(shop()), "create");
      await well(stack.apply(shop()), "create");
      await remove();
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.appProfiles()).toEqual([]);
    },
  },
  {
    name: "imports by name and by uid, and plans nothing after it",
    skippedBy: { Pulumi: "dynamic resources cannot be imported: Pulumi gives them no provider (engines.md A4)" },
    async play(stack, backend) {
      await stack.apply(shop());
      const [held] = await backend.appProfiles();
      for (const id of ["shop:project", `${held?.uid}:project`, "shop:project:1.0.0"]) {
        await well(stack.import!(id, shop()), "none");
      }
    },
  },
  {
    name: "imports a profile that holds a password, and plans only the password, which Palette does not tell",
    kitOnly: "what an import gives is the resource's; Terraform imports in the story before",
    async play(stack) {
      const config = shop({ tiers: [database(), cache()] });
      await stack.apply(config);
      expect((await stack.import!("shop:project", config)).errors).toBe("");
      await well(stack.apply(config), "update");
      await well(stack.plan(config), "none");
    },
  },
  {
    name: "sees what somebody changed, added and removed in Palette, and puts it right",
    async play(stack, backend) {
      await stack.apply(drifting);
      await editTier(backend, "api");
      await removeTier(backend, "ui");
      await addTier(backend, "stray");
      await well(stack.plan(drifting), "update");
      await settles(stack, drifting, "update");
      expect(await namesHeld(backend)).toEqual(["db", "api", "ui", "settings"]);
      expect((await tiersHeld(backend))[1]?.values).toContain("api:1.4.0");
    },
  },
  {
    name: "sees each kind of drift by itself",
    kitOnly: "the doors see them together in the story before",
    async play(stack, backend) {
      await stack.apply(drifting);
      for (const drift of [
        () => editTier(backend, "api"),
        () => removeTier(backend, "ui"),
        () => addTier(backend, "stray"),
      ]) {
        await drift();
        await well(stack.plan(drifting), "update");
        await settles(stack, drifting, "update");
        expect(await namesHeld(backend)).toEqual(["db", "api", "ui", "settings"]);
        expect((await tiersHeld(backend))[1]?.values).toContain("api:1.4.0");
      }
    },
  },
  {
    name: "leaves the profile in Palette where skipDestroy says so",
    kitOnly: "what destroy leaves is told by the same code as for cluster profiles, which every door plays",
    async play(stack, backend) {
      await stack.apply(shop({ skipDestroy: true }));
      expect((await stack.destroy()).errors).toBe("");
      expect(await backend.appProfiles()).toHaveLength(1);
    },
  },
  {
    name: "moves a profile to the tenant by replacing it",
    kitOnly: "scopes are told by the same code as for cluster profiles, which every door plays",
    async play(stack, backend) {
      await stack.apply(shop());
      await settles(stack, shop({ context: "tenant" }), "replace");
      const scopes = (await backend.appProfiles()).map(({ profile }) => profile.metadata?.annotations?.scope);
      expect(scopes).toEqual(["tenant"]);
    },
  },
]);
