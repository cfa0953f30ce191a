terraform {
  required_providers {
    spectrocloud = { source = "spectrocloud/spectrocloud" }
  }
}

variable "retention" {
  type = string
}

data "spectrocloud_registry" "public" {
  name = "Public Repo"
}

data "spectrocloud_pack" "prometheus" {
  name         = "prometheus-operator"
  version      = "66.3.1"
  registry_uid = data.spectrocloud_registry.public.id
}

resource "spectrocloud_cluster_profile" "metrics" {
  name = "metrics"

  pack {
    name         = "prometheus-operator"
    tag          = "66.3.1"
    registry_uid = data.spectrocloud_registry.public.id
    uid          = data.spectrocloud_pack.prometheus.id
    values = yamlencode({
      pack   = { namespace = "monitoring" }
      charts = { kube-prometheus-stack = { prometheus = { prometheusSpec = { retention = var.retention } } } }
    })
  }
}
