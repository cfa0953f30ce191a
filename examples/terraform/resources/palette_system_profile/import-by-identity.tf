import {
  to = palette_system_profile.enterprise
  identity = {
    name = "enterprise-cluster"
  }
}
