import { NOT_PULUMI, refuses, type Scenario, well } from "../../scenario";
import { CREDENTIALS, enterprise, guarded, layersHeld, onSystem, ours } from "../../system";

/** What is refused, so that the cluster that hosts Palette changes only where somebody meant it. */
export const systemGuards: Scenario<"system">[] = onSystem([
  {
    name: "refuses to change anything without allow_update, when adopting and later",
    async play(stack, backend) {
      const before = await layersHeld(backend);
      await refuses(stack, enterprise(), "pack.podCIDR", '"palette-enterprise"', "allow_update");
      await well(stack.apply(enterprise({ packs: [{ name: "kubernetes" }] })), "create");
      await refuses(stack, enterprise(), "pack.podCIDR", "kubernetes", "allow_update");
      expect(await layersHeld(backend)).toEqual(before);
    },
  },
  {
    name: "says that an API key alone is no system administrator, and what to give",
    environment: {},
    async play(stack, backend) {
      await refuses(
        stack,
        guarded(),
        "system administrator's token",
        "an API key was given",
        "SPECTROCLOUD_SYSTEM_TOKEN",
        "SPECTROCLOUD_SYSTEM_EMAIL",
      );
      expect((await backend.calls()).filter((call) => call.includes("clusterprofiles"))).toEqual([]);
    },
  },
  {
    name: "says that an API key is none where one is given as the token, and does not show it",
    kitOnly: "the client decides it; the settings reach it the same way as the key does in the story before",
    environment: { SPECTROCLOUD_SYSTEM_TOKEN: "an-api-key-canary" },
    async play(stack) {
      const { errors } = await stack.plan(guarded());
      expect(errors).toContain("API key");
      expect(errors).not.toContain("an-api-key-canary");
    },
  },
  {
    name: "says that the password is wrong, and shows neither it nor the profile",
    environment: { ...CREDENTIALS, SPECTROCLOUD_SYSTEM_PASSWORD: "wrong-pass-canary" },
    kitOnly: "the client decides it; the settings reach it the same way as the right password does",
    async play(stack, backend) {
      const before = await layersHeld(backend);
      const { errors } = await stack.apply(guarded());
      expect(errors).toContain("system administrator");
      expect(errors).not.toContain("wrong-pass-canary");
      expect(await layersHeld(backend)).toEqual(before);
    },
  },
  {
    name: "refuses to create a system profile that is not there, with the names there are",
    skippedBy: NOT_PULUMI,
    async play(stack) {
      await refuses(stack, guarded({ name: "palette-enterprize" }), '"palette-enterprize"', '"palette-enterprise"');
      await refuses(stack, guarded({ name: "mine" }), "cannot be created");
    },
  },
  {
    name: "refuses a layer that the profile does not have, with the nearest name",
    skippedBy: NOT_PULUMI,
    async play(stack, backend) {
      const before = await layersHeld(backend);
      const wrong = guarded({ packs: [{ ...ours(), name: "kubernets" }] });
      await refuses(stack, wrong, '"kubernets"', '"kubernetes"');
      expect(await layersHeld(backend)).toEqual(before);
    },
  },
  {
    name: "refuses a manifest that the layer does not have, with the nearest name",
    kitOnly: "it is told as an unknown layer is",
    async play(stack) {
      const packs = [{ name: "palette-settings", manifests: [{ name: "baner", content: "a: 1\n" }] }];
      await refuses(stack, guarded({ packs }), '"baner"', '"banner"');
    },
  },
  {
    name: "refuses YAML that is none, and values beside overrides",
    kitOnly: "the rules of texts are those of cluster profiles, which every door shows",
    async play(stack, backend) {
      const before = await layersHeld(backend);
      await refuses(stack, guarded({ packs: [ours("1", { overrides: "pack: [1\n" })] }), "line", "kubernetes");
      await refuses(stack, guarded({ packs: [ours("1", { values: "a: 1\n" })] }), "overrides");
      await refuses(stack, guarded({ packs: [ours(), ours()] }), '"kubernetes"');
      expect(await layersHeld(backend)).toEqual(before);
    },
  },
  {
    name: "shows the user's secrets and the administrator's password in no error",
    async play(stack, backend) {
      const secret = guarded({
        packs: [ours("100.64.0.0/16", { overrides: "kubeadmconfig:\n  apiServer:\n    token: s3cr3t-canary\n" })],
      });
      await well(stack.apply(secret), "create");
      const status = { match: { method: "PUT", route: "/v1/clusterprofiles/{uid}" }, action: { status: 500 } };
      await backend.fault({ ...status, times: 5 });
      const { errors } = await stack.apply(guarded());
      expect(errors).toContain("500");
      expect(errors).not.toContain("s3cr3t-canary");
      expect(errors).not.toContain(CREDENTIALS.SPECTROCLOUD_SYSTEM_PASSWORD);
      expect(await stack.state()).not.toContain(CREDENTIALS.SPECTROCLOUD_SYSTEM_PASSWORD);
    },
  },
]);
