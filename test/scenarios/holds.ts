import { sameVersion, sameYaml } from "@palette-profiles/profiles";
import type { Backend } from "./backend";
import type { ProfileConfig } from "./door";

/** Expects that Palette holds, under a uid, what is written: looked at from outside, not as the resource reads it. */
export async function expectHolds(backend: Backend, uid: string, config: ProfileConfig): Promise<void> {
  const { metadata, spec, status } = await backend.api.get(uid);
  expect(status?.isPublished).toBe(true);
  expect(metadata?.name).toBe(config.name);
  expect(sameVersion(spec?.version ?? "", config.version ?? "1.0.0")).toBe(true);
  expect(metadata?.annotations?.scope).toBe(config.context ?? "project");
  expect(metadata?.annotations?.description ?? "").toBe(config.description ?? "");
  const labels = (config.tags ?? []).map((tag) => {
    const [key = "", ...rest] = tag.split(":");
    return [key, rest.length === 0 ? "spectro__tag" : rest.join(":")];
  });
  expect(metadata?.labels ?? {}).toEqual(Object.fromEntries(labels));

  const packs = spec?.published?.packs ?? [];
  const layers = config.packs ?? [];
  expect(packs.map(({ name, type }) => [name, type])).toEqual(
    layers.map(({ name, type }) => [name, type ?? "spectro"]),
  );
  const contents = (await backend.api.manifests(uid)).spec?.packs?.flatMap((pack) => pack.spec?.manifests ?? []) ?? [];
  for (const [index, layer] of layers.entries()) {
    const pack = packs[index];
    if (layer.tag !== undefined) expect(pack?.tag).toBe(layer.tag);
    if (layer.values !== undefined) expect(sameYaml(pack?.values ?? "", layer.values)).toBe(true);
    expect(pack?.manifests?.map(({ name }) => name) ?? []).toEqual((layer.manifests ?? []).map(({ name }) => name));
    for (const [nth, manifest] of (layer.manifests ?? []).entries()) {
      const there = contents.find((each) => each.uid === pack?.manifests?.[nth]?.uid);
      expect(sameYaml(there?.content ?? "", manifest.content)).toBe(true);
    }
  }

  const variables = (await backend.api.variables(uid)).variables ?? [];
  const shown = (value: string | undefined, masked: boolean | undefined) =>
    masked && value ? "********" : (value ?? "");
  expect(variables.map(({ name, defaultValue }) => [name, defaultValue ?? ""])).toEqual(
    (config.profileVariables?.variables ?? []).map((it) => [it.name, shown(it.defaultValue, it.isSensitive)]),
  );
}
