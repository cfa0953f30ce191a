data "palette_pack" "nginx" {
  name    = "nginx"
  version = "1.11.4"
}

# The pack's values with a change; overrides are an object or YAML.
output "nginx_values" {
  value = provider::palette::merge_values(data.palette_pack.nginx.values, {
    charts = { ingress-nginx = { controller = { replicaCount = 3 } } }
  })
}
