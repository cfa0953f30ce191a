// A platform of three profiles, promoted from staging to production by version.
package main

import (
	"fmt"

	"github.com/palette-profiles/palette/sdk/go/palette"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

// What a release of the platform is made of. One that is out does not change: ImmutableVersions refuses it.
var releases = map[string]struct{ kubernetes, argoCd string }{
	"1.0.0": {kubernetes: "1.30.9", argoCd: "7.7.5"},
	"1.1.0": {kubernetes: "1.31.5", argoCd: "7.8.2"},
}

const restricted = `
apiVersion: v1
kind: Namespace
metadata:
  name: apps
  labels:
    pod-security.kubernetes.io/enforce: restricted
`

// Only what differs from the pack's own values.
const argoCd = `
charts:
  argo-cd:
    server:
      replicas: {{.spectro.var.argo_replicas}}
    configs:
      repositories:
        platform:
          url: https://git.example.com/platform.git
          password: "{{.spectro.var.git_password}}"
`

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		settings := config.New(ctx, "")
		// The release that a stage runs, in Pulumi.<stage>.yaml.
		version := settings.Require("version")
		release, known := releases[version]
		if !known {
			return fmt.Errorf("there is no release %q", version)
		}
		// What all three profiles have.
		released := func(name string, args palette.ClusterProfileArgs) *palette.ClusterProfileArgs {
			args.Name = pulumi.String(ctx.Stack() + "-" + name)
			args.Version = pulumi.String(version)
			args.Tags = pulumi.ToStringArray([]string{"stage:" + ctx.Stack(), "team:platform"})
			args.ImmutableVersions = pulumi.Bool(true)
			return &args
		}
		pack := func(name, tag string) *palette.ClusterProfilePackArgs {
			return &palette.ClusterProfilePackArgs{Name: pulumi.String(name), Tag: pulumi.String(tag)}
		}

		// A function of the package: the newest Argo CD that Palette has.
		newest, err := palette.GetPack(ctx, &palette.GetPackArgs{Name: pulumi.StringRef("argo-cd")})
		if err != nil {
			return err
		}

		// What clusters stand on.
		infra, err := palette.NewClusterProfile(ctx, "infra", released("infra", palette.ClusterProfileArgs{
			Type:  pulumi.String("infra"),
			Cloud: pulumi.String("aws"),
			Packs: palette.ClusterProfilePackArray{
				pack("ubuntu-aws", "22.04"),
				pack("kubernetes", release.kubernetes),
				pack("cni-calico", "3.29.1"),
				pack("csi-aws-ebs", "1.37.0"),
			},
		}))
		if err != nil {
			return err
		}

		security, err := palette.NewClusterProfile(ctx, "security", released("security", palette.ClusterProfileArgs{
			Packs: palette.ClusterProfilePackArray{
				pack("cert-manager", "1.16.2"),
				&palette.ClusterProfilePackArgs{
					Name: pulumi.String("restricted"),
					Type: pulumi.String("manifest"),
					Manifests: palette.ClusterProfileManifestArray{
						&palette.ClusterProfileManifestArgs{
							Name:    pulumi.String("restricted"),
							Content: pulumi.String(restricted),
						},
					},
				},
			},
		}))
		if err != nil {
			return err
		}

		argo := pack("argo-cd", release.argoCd)
		argo.Overrides = pulumi.String(argoCd)
		delivery, err := palette.NewClusterProfile(ctx, "delivery", released("delivery", palette.ClusterProfileArgs{
			Packs: palette.ClusterProfilePackArray{argo},
			ProfileVariables: &palette.ClusterProfileProfileVariablesArgs{
				Variables: palette.ClusterProfileVariableArray{
					&palette.ClusterProfileVariableArgs{
						Name:         pulumi.String("argo_replicas"),
						DisplayName:  pulumi.String("Copies of the Argo CD API"),
						Format:       pulumi.String("number"),
						DefaultValue: pulumi.String("2"),
					},
					&palette.ClusterProfileVariableArgs{
						Name:        pulumi.String("git_password"),
						DisplayName: pulumi.String("Password for Git"),
						IsSensitive: pulumi.Bool(true),
						// Encrypted in the state, [secret] in previews.
						DefaultValue: settings.RequireSecret("gitPassword"),
					},
				},
			},
		}))
		if err != nil {
			return err
		}

		// What a cluster of this stage is given: infra first, then the add-ons.
		ctx.Export("uids", pulumi.StringArray{infra.Uid, security.Uid, delivery.Uid})
		ctx.Export("newestArgoCd", pulumi.String(newest.ResolvedVersion))
		return nil
	})
}
