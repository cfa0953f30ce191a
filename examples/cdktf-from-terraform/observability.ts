import { ClusterProfile, type PackRegistry } from "@palette-profiles/cdktf";
import { Construct } from "constructs";

export interface ObservabilityProps {
  readonly registry: PackRegistry;
  readonly retention: string;
}

export class Observability extends Construct {
  constructor(scope: Construct, id: string, { registry, retention }: ObservabilityProps) {
    super(scope, id);
    const metrics = new ClusterProfile(this, "metrics", {
      name: "metrics",
      movedFrom: "module.observability.spectrocloud_cluster_profile.metrics",
    });
    metrics.addPack({
      name: "prometheus-operator",
      tag: "66.3.1",
      registry,
      values: {
        pack: { namespace: "monitoring" },
        charts: { "kube-prometheus-stack": { prometheus: { prometheusSpec: { retention } } } },
      },
    });
  }
}
