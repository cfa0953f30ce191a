import { addons, argo, nginx } from "../scenarios/profiles";
import { onBench } from "./bench";

const create = { method: "POST", route: "/v1/clusterprofiles" };

// The peer adopts by name and version alone: a tenant's profile for a project's resource, and whatever content it has.
test("peer defect 16: the tenant's profile of the same name is left alone, and the project gets its own", async () => {
  await onBench(async ({ make, backend }) => {
    const ofTenant = await make(addons({ packs: [nginx], context: "tenant" }));
    const ofProject = await make(addons({ packs: [nginx] }));
    expect(ofProject.id).not.toBe(ofTenant.id);
    const scopes = (await backend.profiles()).map(({ metadata }) => metadata?.annotations?.scope);
    expect(scopes.sort()).toEqual(["project", "tenant"]);
  });
});

test("peer defect 16: a create without an answer takes no profile of another scope for its own", async () => {
  await onBench(async ({ make, plan, apply, backend }) => {
    const config = addons({ packs: [nginx] });
    const ofTenant = await make({ ...config, context: "tenant" });
    const { planned } = await plan(config);
    await backend.fault({ match: create, action: "reset-before" });
    const lost = await apply(planned);
    expect(lost.state).toBeUndefined();
    expect(lost.diagnostics).toMatchObject([{ severity: "error" }]);
    const found = await make(config);
    expect(found.id).not.toBe(ofTenant.id);
  });
});

test("peer defect 16: a create without an answer takes no profile of other content for its own", async () => {
  await onBench(async ({ make, plan, apply, backend }) => {
    const { planned } = await plan(addons({ packs: [nginx] }));
    // Somebody else is quicker.
    const other = await make(addons({ packs: [argo(7)] }));
    await backend.fault({ match: create, action: "reset-before" });
    const lost = await apply(planned);
    expect(lost.state?.id).not.toBe(other.id);
    expect(lost.diagnostics).toMatchObject([{ severity: "error" }]);
    const [profile, ...more] = await backend.profiles();
    expect(more).toEqual([]);
    expect(profile?.spec?.published?.packs?.map(({ name }) => name)).toEqual(["argo-cd"]);
  });
});
