# By name or uid, and context: the newest version.
import {
  to = palette_cluster_profile_import.ingress
  id = "ingress:project"
}
