resource "palette_cluster_profile" "add_ons" {
  name        = "platform-add-ons"
  version     = "1.0.0"
  description = "What every cluster of the platform has"
  tags        = ["team:platform"]

  # Only what differs from the pack's own values.
  pack {
    name      = "argo-cd"
    tag       = "7.7.5"
    overrides = <<-YAML
      charts:
        argo-cd:
          server:
            replicas: "{{.spectro.var.ARGO_REPLICAS}}"
    YAML
  }

  # The pack's own values.
  pack {
    name = "cert-manager"
    tag  = "1.16.2"
  }

  pack {
    name = "namespaces"
    type = "manifest"

    manifest {
      name    = "team-a"
      content = <<-YAML
        apiVersion: v1
        kind: Namespace
        metadata:
          name: team-a
      YAML
    }
  }

  profile_variables {
    variable {
      name          = "ARGO_REPLICAS"
      display_name  = "Replicas of Argo CD"
      format        = "number"
      default_value = "2"
    }
  }
}

# The layers of a whole cluster, in their order.
resource "palette_cluster_profile" "cluster" {
  name  = "aws-cluster"
  type  = "cluster"
  cloud = "aws"

  pack {
    name = "ubuntu-aws"
    tag  = "22.04"
  }
  pack {
    name = "kubernetes"
    tag  = "1.31.5"
  }
  pack {
    name = "cni-calico"
    tag  = "3.29.1"
  }
  pack {
    name = "csi-aws-ebs"
    tag  = "1.37.0"
  }
}
