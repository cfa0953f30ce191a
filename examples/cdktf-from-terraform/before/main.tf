terraform {
  required_providers {
    spectrocloud = { source = "spectrocloud/spectrocloud" }
  }
}

provider "spectrocloud" {}

data "spectrocloud_registry" "public" {
  name = "Public Repo"
}

data "spectrocloud_registry" "charts" {
  name = "Charts"
  type = "helm"
}

locals {
  aws = { ubuntu-aws = "22.04", kubernetes = "1.32.1", cni-calico = "3.29.1", csi-aws-ebs = "1.37.0" }
}

data "spectrocloud_pack" "aws" {
  for_each     = local.aws
  name         = each.key
  version      = each.value
  registry_uid = data.spectrocloud_registry.public.id
}

resource "spectrocloud_cluster_profile" "aws_infra" {
  name  = "aws-infra"
  type  = "infra"
  cloud = "aws"
  tags  = ["team:platform"]

  dynamic "pack" {
    for_each = ["ubuntu-aws", "kubernetes", "cni-calico", "csi-aws-ebs"]
    content {
      name         = pack.value
      tag          = local.aws[pack.value]
      registry_uid = data.spectrocloud_registry.public.id
      uid          = data.spectrocloud_pack.aws[pack.value].id
      values       = data.spectrocloud_pack.aws[pack.value].values
    }
  }
}

data "spectrocloud_pack" "argo_cd" {
  name         = "argo-cd"
  version      = "7.8.2"
  registry_uid = data.spectrocloud_registry.public.id
}

resource "spectrocloud_cluster_profile" "add_ons" {
  name        = "platform-add-ons"
  description = "What runs in every cluster"
  version     = "1.2.0"
  tags        = ["team:platform"]

  pack {
    name         = "argo-cd"
    tag          = "7.8.2"
    registry_uid = data.spectrocloud_registry.public.id
    uid          = data.spectrocloud_pack.argo_cd.id
    values       = file("values/argo-cd.yaml")
  }
  pack {
    name         = "podinfo"
    type         = "helm"
    tag          = "6.7.1"
    registry_uid = data.spectrocloud_registry.charts.id
    values       = <<-YAML
      pack:
        namespace: podinfo
      charts:
        podinfo:
          replicaCount: '{{.spectro.var.replicas}}'
    YAML
  }
  pack {
    name = "namespaces"
    type = "manifest"
    manifest {
      name    = "namespaces"
      content = <<-YAML
        apiVersion: v1
        kind: Namespace
        metadata:
          name: podinfo
      YAML
    }
  }
  profile_variables {
    variable {
      name          = "replicas"
      display_name  = "Replicas"
      format        = "number"
      default_value = "2"
      required      = true
    }
  }
}

resource "spectrocloud_cluster_profile" "team" {
  for_each = toset(["payments", "search"])
  name     = "team-${each.key}"

  pack {
    name = "namespace"
    type = "manifest"
    manifest {
      name    = "namespace"
      content = <<-YAML
        apiVersion: v1
        kind: Namespace
        metadata:
          name: ${each.key}
      YAML
    }
  }
}

module "observability" {
  source    = "./modules/observability"
  retention = "30d"
}

output "add_ons" {
  value = spectrocloud_cluster_profile.add_ons.id
}
