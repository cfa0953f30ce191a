resource "palette_app_profile" "shop" {
  name    = "shop"
  version = "1.0.0"
  tags    = ["team:shop"]

  # A service that Palette brings.
  pack {
    name      = "db"
    type      = "operator-instance"
    pack_name = "postgresql-operator"
    tag       = "1.8.2"
    properties = {
      databaseName       = "shop"
      dbUserName         = "shopper"
      databaseVolumeSize = "8"
    }
  }

  # A container of one's own, which is told where the database is. Order is meaning: a tier knows those before it.
  pack {
    name   = "api"
    type   = "container"
    values = <<-YAML
      containerService:
        image: ghcr.io/example/shop-api:1.4.0
        ports: ["3000"]
        env:
          - name: DB_HOST
            value: "{{.spectro.app.$appDeploymentName.db.POSTGRESMSTR_SVC}}"
    YAML
  }
}
