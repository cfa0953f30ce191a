terraform {
  required_providers {
    palette = { source = "palette-profiles/palette" }
  }
}

resource "palette_system_profile" "enterprise" {
  name = "enterprise-cluster"

  # The guard: without it, a plan that would change anything is an error.
  allow_update = false
  # The layers as they were before each update. Earlier ones are kept beside it.
  backup_file = "backup/enterprise-cluster.yaml"

  # Layers that are not named stay as they are.
  pack {
    name = "kubernetes"
    # What differs from Palette's own values, and nothing else.
    overrides = <<-YAML
      pack:
        podCIDR: 10.100.0.0/16
        serviceClusterIpRange: 10.200.0.0/16
      kubeadmconfig:
        kubelet:
          maxPods: 200
    YAML
    # overwrite = ["kubeadmconfig.kubelet.maxPods"]
  }
}
