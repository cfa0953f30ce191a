import { existsSync } from "node:fs";
import { join } from "node:path";
import { type ILayer, Manifest, Pack, Values } from "@palette-profiles/cdktf";
import type { Release } from "./releases";

/** What layers are made for. */
export interface Parts {
  readonly environment: string;
  readonly release: Release;
}

/** From the machine up: operating system, Kubernetes, network, storage. */
export function infra(parts: Parts): ILayer[] {
  return [
    pack("ubuntu-aws", "22.04", parts),
    pack("kubernetes", parts.release.kubernetes, parts),
    pack("cni-calico", "3.29.1", parts),
    pack("csi-aws-ebs", "1.37.0", parts),
  ];
}

export function ingress(parts: Parts): ILayer[] {
  return [pack("cert-manager", "1.16.2", parts), pack("nginx", "1.11.4", parts)];
}

export function observability(parts: Parts): ILayer[] {
  return [pack("prometheus-operator", "66.3.1", parts)];
}

export function gitops(parts: Parts): ILayer[] {
  return [
    pack("argo-cd", parts.release.argoCd, parts),
    new Manifest({
      name: "apps",
      content: {
        apiVersion: "v1",
        kind: "Namespace",
        metadata: { name: "apps", labels: { "pod-security.kubernetes.io/enforce": "restricted" } },
      },
    }),
  ];
}

function pack(name: string, tag: string, parts: Parts): Pack {
  return new Pack({ name, tag, overrides: overridesOf(name, parts) });
}

/** What differs from the pack's own values: for all, then in this release, then in this environment. The last word wins. */
function overridesOf(name: string, { environment, release }: Parts): Values | undefined {
  const ofRelease = release.values?.[name];
  const given = [
    ofFile(`${name}.yaml`),
    ofRelease && Values.fromObject(ofRelease),
    ofFile(`${environment}/${name}.yaml`),
  ].filter((values) => values !== undefined);
  return given.length === 0 ? undefined : given.reduce((under, over) => under.overlay(over));
}

/** A pack needs no file, and an environment none of its own. */
function ofFile(path: string): Values | undefined {
  const file = join(__dirname, "values", path);
  return existsSync(file) ? Values.fromFile(file) : undefined;
}
