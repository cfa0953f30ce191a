# ["~ replicas: 1 -> 3", "+ ha: true"]
output "what_differs" {
  value = provider::palette::diff_values("replicas: 1", "replicas: 3\nha: true")
}
