import {
  to = palette_cluster_profile.add_ons
  identity = {
    name    = "platform-add-ons"
    context = "project"
  }
}
