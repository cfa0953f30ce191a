"""A platform of three profiles, promoted from staging to production by version."""

import palette_profiles as palette
import pulumi
import yaml

# What each release of the platform is made of. One that is out does not change: `immutable_versions` refuses it.
RELEASES = {
    "1.0.0": {"kubernetes": "1.30.9", "argo_cd": "7.7.5"},
    "1.1.0": {"kubernetes": "1.31.5", "argo_cd": "7.8.2"},
}

config = pulumi.Config()
stage = pulumi.get_stack()
# The release that a stage runs, in Pulumi.<stage>.yaml.
version = config.require("version")
release = RELEASES[version]
# What all three profiles have.
released = {"version": version, "tags": [f"stage:{stage}", "team:platform"], "immutable_versions": True}

# A function of the package: the newest Argo CD that Palette has.
newest = palette.get_pack(name="argo-cd")

# What clusters stand on.
infra = palette.ClusterProfile(
    "infra",
    name=f"{stage}-infra",
    type="infra",
    cloud="aws",
    packs=[
        {"name": "ubuntu-aws", "tag": "22.04"},
        {"name": "kubernetes", "tag": release["kubernetes"]},
        {"name": "cni-calico", "tag": "3.29.1"},
        {"name": "csi-aws-ebs", "tag": "1.37.0"},
    ],
    **released,
)

security = palette.ClusterProfile(
    "security",
    name=f"{stage}-security",
    packs=[
        {"name": "cert-manager", "tag": "1.16.2"},
        {
            "name": "restricted",
            "type": "manifest",
            "manifests": [
                {
                    "name": "restricted",
                    "content": yaml.dump(
                        {
                            "apiVersion": "v1",
                            "kind": "Namespace",
                            "metadata": {
                                "name": "apps",
                                "labels": {"pod-security.kubernetes.io/enforce": "restricted"},
                            },
                        }
                    ),
                }
            ],
        },
    ],
    **released,
)

# Only what differs from the pack's own values. A macro that is to become a number is written in YAML, without quotes.
ARGO_CD = """
charts:
  argo-cd:
    server:
      replicas: {{.spectro.var.argo_replicas}}
    configs:
      repositories:
        platform:
          url: https://git.example.com/platform.git
          password: "{{.spectro.var.git_password}}"
"""

delivery = palette.ClusterProfile(
    "delivery",
    name=f"{stage}-delivery",
    packs=[{"name": "argo-cd", "tag": release["argo_cd"], "overrides": ARGO_CD}],
    profile_variables={
        "variables": [
            {
                "name": "argo_replicas",
                "display_name": "Copies of the Argo CD API",
                "format": "number",
                "default_value": "2",
            },
            {
                "name": "git_password",
                "display_name": "Password for Git",
                "is_sensitive": True,
                # Encrypted in the state, [secret] in previews.
                "default_value": config.require_secret("gitPassword"),
            },
        ],
    },
    **released,
)

# What a cluster of this stage is given: infra first, then the add-ons.
pulumi.export("uids", [infra.uid, security.uid, delivery.uid])
pulumi.export("newestArgoCd", newest.resolved_version)
