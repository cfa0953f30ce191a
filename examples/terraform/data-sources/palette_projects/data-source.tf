data "palette_projects" "production" {
  tag = "env:prod"
}

# The same profile in each of them.
resource "palette_cluster_profile" "base" {
  for_each = toset(data.palette_projects.production.names)

  name    = "base"
  project = each.value

  pack {
    name = "cert-manager"
    tag  = "1.16.2"
  }
}
