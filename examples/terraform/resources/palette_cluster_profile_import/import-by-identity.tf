import {
  to = palette_cluster_profile_import.ingress
  identity = {
    name    = "ingress"
    context = "project"
  }
}
