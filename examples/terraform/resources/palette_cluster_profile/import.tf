# By name or uid, and context: the newest version.
import {
  to = palette_cluster_profile.add_ons
  id = "platform-add-ons:project"
}

# With the version.
import {
  to = palette_cluster_profile.cluster
  id = "aws-cluster:project:1.0.0"
}
