# The file as Palette's console exports it. What it holds is the profile, and an edit of it is planned like any change.
resource "palette_cluster_profile_import" "ingress" {
  import_file = "${path.module}/ingress.yaml"
  context     = "project"
}
