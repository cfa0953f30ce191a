import { forbidClearSecrets } from "@palette-profiles/profiles";
import type { RiskRule } from "../risk-rule";
import { firstOfEachLayer, morePlaces, turnedOn } from "../turned-on";

/** A secret that everyone who may read the profile reads. */
export const clearTextSecret: RiskRule = {
  id: "clear-text-secret",
  title: "A secret stands in clear",
  severity: "high",
  about:
    "What looks like a secret by its key, or is one of a Kubernetes Secret, is written into values or manifests, by a change or with a new layer. References to variables and macros are none. The value is never shown. One finding a layer; places that hold no secret are ignored by the configuration.",
  why: "Everyone who may read the profile in Palette reads it, and so does everyone who reads the program's repository.",
  fix: "Put a sensitive profile variable in its place, {{.spectro.var.NAME}}, or a macro; then change the secret.",
  sources: [
    "https://docs.spectrocloud.com/profiles/cluster-profiles/create-cluster-profiles/define-profile-variables/",
  ],
  example: {
    before: { packs: [{ name: "shop", values: 'db:\n  password: "{{.spectro.var.db_password}}"\n' }] },
    after: { packs: [{ name: "shop", values: "db:\n  password: not-a-real-one\n" }] },
  },
  find: (profile) =>
    firstOfEachLayer(turnedOn(profile, (layer) => forbidClearSecrets(layer, { ignore: [] }))).map(
      ({ layer, manifest, path, more }) => ({
        layer,
        ...(manifest === undefined ? {} : { manifest }),
        path,
        message: `What looks like a secret stands in clear.${morePlaces(more)}`,
      }),
    ),
};
