# By name or uid.
import {
  to = palette_system_profile.enterprise
  id = "enterprise-cluster"
}
