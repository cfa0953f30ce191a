import { policies } from "@palette-profiles/pulumi/policy-pack";
import { PolicyPack } from "@pulumi/policy";

new PolicyPack("our-profiles", {
  policies: [
    ...policies({
      "palette-required-tags": {
        enforcementLevel: "remediate",
        required: ["owner"],
        defaults: { owner: "platform" },
      },
      "palette-scope": { tenantProfiles: ["platform-add-ons"] },
      "palette-single-replicas": "disabled",
    }),
    // Yours stand beside them.
    {
      name: "no-experiments",
      description: "Experiments have a project of their own.",
      enforcementLevel: "mandatory",
      validateResource: ({ props, type }, report) => {
        if (type.endsWith(":ClusterProfile") && /^try-/.test(String(props.name))) report("Move it to the project Lab.");
      },
    },
  ],
});
