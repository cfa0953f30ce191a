/**
 * What Palette knows itself, as `{{.spectro.system.NAME}}`; replaced when a cluster is deployed.
 * Source: docs.spectrocloud.com, Clusters, Macros, "System macros".
 */
export const SYSTEM_REFERENCES = [
  "cloud.region",
  "cloud.type",
  "cloudaccount.name",
  "cloudaccount.uid",
  "cluster.kubevip",
  "cluster.name",
  "cluster.uid",
  "clusterprofile.infra.name",
  "clusterprofile.infra.uid",
  "clusterprofile.infra.version",
  "clusterprofile.name",
  "clusterprofile.uid",
  "clusterprofile.version",
  "kubernetes.version",
  "project.name",
  "project.uid",
  "reverseproxy.port",
  "reverseproxy.protocol",
  "reverseproxy.server",
  "reverseproxy.vhostport",
  "tenant.uid",
  "user.email",
  "user.name",
  "user.uid",
] as const;

/**
 * What Palette knows besides while it deploys an app. `apptier.NAME` also stands for any input of the tier's pack.
 * Source: docs.spectrocloud.com, App Profiles, "Output Variables".
 */
export const APP_SYSTEM_REFERENCES = [
  "appdeployment.ingress.host",
  "appdeployment.name",
  "appdeployment.tiername",
  "appdeployment.uid",
  "appprofile.name",
  "appprofile.uid",
  "apptier.name",
  "apptier.uid",
] as const;
