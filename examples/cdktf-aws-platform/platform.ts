import { ClusterProfile, Variable } from "@palette-profiles/cdktf";
import { Construct } from "constructs";
import { gitops, infra, ingress, observability } from "./layers";
import { RELEASES } from "./releases";

export interface PlatformProps {
  /** Whose platform it is; profiles are named after it. */
  readonly environment: string;
  /** One of `RELEASES`. */
  readonly version: string;
}

/** The platform of an environment in a release: what clusters on AWS stand on, and three profiles of what runs in them. */
export class Platform extends Construct {
  /** In the order in which a cluster is given them. */
  readonly profiles: ClusterProfile[];

  constructor(scope: Construct, id: string, { environment, version }: PlatformProps) {
    super(scope, id);
    const release = RELEASES[version];
    if (release === undefined) {
      throw new Error(
        `There is no release "${version}": releases.ts has ${Object.keys(RELEASES).join(", ")}. Write it there, or take one of these.`,
      );
    }
    const common = {
      version,
      tags: [`env:${environment}`, "team:platform"],
      // In dev a release may still change; what others run is as it was tried.
      immutableVersions: environment !== "dev",
    };
    const parts = { environment, release };
    this.profiles = [
      new ClusterProfile(this, "infra", {
        ...common,
        name: `${environment}-aws-infra`,
        description: "What every cluster on AWS stands on",
        type: "infra",
        cloud: "aws",
        layers: infra(parts),
      }),
      new ClusterProfile(this, "ingress", {
        ...common,
        name: `${environment}-ingress`,
        description: "Certificates, and the way into the cluster",
        layers: ingress(parts),
      }),
      new ClusterProfile(this, "observability", {
        ...common,
        name: `${environment}-observability`,
        description: "Metrics, alerts and dashboards",
        layers: observability(parts),
        variables: [
          new Variable({
            name: "grafana_password",
            displayName: "Grafana password",
            required: true,
            isSensitive: true,
          }),
        ],
      }),
      new ClusterProfile(this, "gitops", {
        ...common,
        name: `${environment}-gitops`,
        description: "Keeps the cluster as Git says",
        layers: gitops(parts),
        variables: [
          new Variable({
            name: "domain",
            displayName: "Domain of the cluster",
            defaultValue: "example.com",
          }),
        ],
      }),
    ];
  }
}
