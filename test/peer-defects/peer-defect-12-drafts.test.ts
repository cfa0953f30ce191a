import { addons, nginx } from "../scenarios/profiles";
import { onBench, stackOn } from "./bench";

// The peer takes a published template for granted, and crashes on a profile that is a draft only.
test("peer defect 12: a profile that is a draft only is read, imported, and published by the next change", async () => {
  await onBench(async (bench) => {
    const { server, backend, context } = bench;
    const project = await context.lookups.projectUid("Default", new AbortController().signal);
    const answer = await fetch(`${server.url}/v1/clusterprofiles`, {
      method: "POST",
      headers: { ApiKey: server.apiKey, ProjectUid: project, "content-type": "application/json" },
      body: JSON.stringify({
        metadata: { name: "platform-addons" },
        spec: {
          template: { type: "add-on", cloudType: "all", packs: [{ name: "nginx", tag: "1.11.4", values: "a: 1" }] },
        },
      }),
    });
    expect(answer.status).toBe(201);
    const draft = (await backend.profiles())[0];
    expect(draft?.spec?.published ?? undefined).toBeUndefined();

    const stack = await stackOn(bench);
    const config = addons({ packs: [nginx] });
    expect(await stack.import!("platform-addons:project", config)).toEqual({ action: "update", errors: "" });
    expect(await stack.apply(config)).toEqual({ action: "update", errors: "" });
    const [profile] = await backend.profiles();
    expect(profile?.spec?.published?.packs?.map(({ name }) => name)).toEqual(["nginx"]);
    expect(await stack.plan(config)).toEqual({ action: "none", errors: "" });
  });
});
