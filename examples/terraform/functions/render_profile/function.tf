# The YAML document that Palette's own import takes.
output "web_profile" {
  value = provider::palette::render_profile({
    name = "web"
    tags = ["env:dev"]
    pack = [{
      name          = "nginx"
      tag           = "1.11.4"
      registry_name = "Public Repo"
      values        = "replicas: 2"
    }]
  })
}
