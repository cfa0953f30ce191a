# By name or uid, and context: the newest version.
terraform import palette_cluster_profile.add_ons platform-add-ons:project

# With the version.
terraform import palette_cluster_profile.cluster aws-cluster:project:1.0.0
