# Reads, and changes nothing.
terraform {
  required_providers {
    palette = { source = "palette-profiles/palette" }
  }
}

data "palette_system_profile" "enterprise" {}

output "profile" {
  value = "${data.palette_system_profile.enterprise.resolved_name} ${data.palette_system_profile.enterprise.version}"
}

output "layers" {
  value = [for name in data.palette_system_profile.enterprise.layers :
  "${name} ${data.palette_system_profile.enterprise.layer_tags[name]}"]
}

output "pod_cidr" {
  value = yamldecode(data.palette_system_profile.enterprise.layer_values["kubernetes"]).pack.podCIDR
}
