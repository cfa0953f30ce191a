# Needs a system administrator: SPECTROCLOUD_SYSTEM_EMAIL and SPECTROCLOUD_SYSTEM_PASSWORD.
resource "palette_system_profile" "enterprise" {
  name = "enterprise-cluster"

  # The guard: without it, a plan that would change anything is an error.
  allow_update = true
  # The layers as they were before each update.
  backup_file = "backup/enterprise-cluster.yaml"

  # Layers that are not named stay as they are.
  pack {
    name      = "kubernetes"
    overrides = <<-YAML
      pack:
        podCIDR: 10.100.0.0/16
        serviceClusterIpRange: 10.200.0.0/16
    YAML
  }
}
