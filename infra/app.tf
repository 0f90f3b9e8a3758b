locals {
  port = 3978

  # Names and shapes: docs/configuration.md. What is empty is left out.
  settings = {
    BOT_APP_ID      = azurerm_user_assigned_identity.main.client_id
    BOT_TENANT_ID   = data.azurerm_client_config.current.tenant_id
    BOT_APP_TYPE    = "UserAssignedMSI"
    AZURE_CLIENT_ID = azurerm_user_assigned_identity.main.client_id
    TABLE_ENDPOINT  = local.table_endpoint
    TABLE_NAME      = var.table_name
    CENTRAL_MAILBOX = var.central_mailbox
    POOL_DOMAINS    = join(",", var.pool_domains)
    APPROVERS_GROUP = var.approvers_group == null ? "" : var.approvers_group
    APPROVERS       = join(",", var.approvers)
    API_AUDIENCE    = join(",", var.api_audience)
    HOST            = "0.0.0.0"
    PORT            = tostring(local.port)
    # It names the place, and opens nothing: see insights.tf.
    APPLICATIONINSIGHTS_CONNECTION_STRING     = nonsensitive(azurerm_application_insights.main.connection_string)
    APPLICATIONINSIGHTS_AUTHENTICATION_STRING = "Authorization=AAD"
    PUBLIC_URL                                = "https://${local.host_name}"
  }

  # The app's own host name would be a circle; this is how Container Apps makes it.
  made_host_name = "ca-${var.name}.${azurerm_container_app_environment.main.default_domain}"
  host_name      = var.custom_domain == null ? local.made_host_name : var.custom_domain

  # By the setting's name: the secret of the container app, and what is in it.
  secret_settings = {
    API_KEYS = {
      secret = "api-keys"
      value  = join(",", var.api_keys)
    }
  }
  # Only whether there are keys is told apart; the keys stay hidden.
  set_secrets = toset(nonsensitive(length(var.api_keys) > 0) ? ["API_KEYS"] : [])
}

resource "azurerm_container_app_environment" "main" {
  name                = "cae-${var.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = var.tags

  # Through a diagnostic setting, and not with the workspace's shared key.
  logs_destination         = "azure-monitor"
  infrastructure_subnet_id = var.subnet_id
  # What Azure names by itself, in a subnet, reads as a change that replaces the environment
  # (hashicorp/terraform-provider-azurerm issues 27481, 28727, 31839).
  infrastructure_resource_group_name = var.subnet_id == null ? null : "rg-${var.name}-environment"

  workload_profile {
    name                  = "Consumption"
    workload_profile_type = "Consumption"
  }

  lifecycle {
    # Half of the host name that Teams and pipelines call is its own, and comes with no second one.
    prevent_destroy = true
    ignore_changes  = [infrastructure_resource_group_name]
  }
}

resource "azurerm_role_assignment" "pull" {
  for_each = var.container_registry_id == null ? {} : {
    app    = azurerm_user_assigned_identity.main.principal_id
    backup = azurerm_user_assigned_identity.backup.principal_id
  }

  scope                            = var.container_registry_id
  role_definition_name             = "AcrPull"
  principal_id                     = each.value
  principal_type                   = "ServicePrincipal"
  skip_service_principal_aad_check = true
}

resource "azurerm_container_app" "main" {
  name                         = "ca-${var.name}"
  container_app_environment_id = azurerm_container_app_environment.main.id
  resource_group_name          = azurerm_resource_group.main.name
  revision_mode                = "Single"
  workload_profile_name        = "Consumption"
  tags                         = var.tags

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.main.id]
  }

  dynamic "registry" {
    for_each = var.container_registry_id == null ? [] : [split("/", var.image)[0]]

    content {
      server   = registry.value
      identity = azurerm_user_assigned_identity.main.id
    }
  }

  dynamic "secret" {
    for_each = local.set_secrets

    content {
      name  = local.secret_settings[secret.key].secret
      value = local.secret_settings[secret.key].value
    }
  }

  ingress {
    external_enabled           = true
    allow_insecure_connections = false
    target_port                = local.port
    transport                  = "http"

    traffic_weight {
      latest_revision = true
      percentage      = 100
    }
  }

  template {
    min_replicas = var.min_replicas
    max_replicas = var.max_replicas
    # Rootdesk finishes what is in flight within ten seconds.
    termination_grace_period_seconds = 30

    http_scale_rule {
      name                = "requests"
      concurrent_requests = "50"
    }

    container {
      name   = "rootdesk"
      image  = var.image
      cpu    = 0.5
      memory = "1Gi"

      dynamic "env" {
        for_each = { for name, value in merge(local.settings, var.settings) : name => value if value != "" }

        content {
          name  = env.key
          value = env.value
        }
      }

      dynamic "env" {
        for_each = local.set_secrets

        content {
          name        = env.key
          secret_name = local.secret_settings[env.key].secret
        }
      }

      startup_probe {
        transport               = "HTTP"
        path                    = "/healthz"
        port                    = local.port
        interval_seconds        = 2
        timeout                 = 2
        failure_count_threshold = 30
      }

      liveness_probe {
        transport               = "HTTP"
        path                    = "/healthz"
        port                    = local.port
        interval_seconds        = 15
        timeout                 = 5
        failure_count_threshold = 4
      }

      readiness_probe {
        transport               = "HTTP"
        path                    = "/readyz"
        port                    = local.port
        interval_seconds        = 10
        timeout                 = 5
        failure_count_threshold = 3
      }
    }
  }

  lifecycle {
    # A custom domain is in it.
    prevent_destroy = true
  }

  depends_on = [azurerm_role_assignment.table, azurerm_role_assignment.pull]
}

# Its certificate is bound by a command (docs/install.md): the provider cannot have Azure issue one, and leaves a bound one alone.
resource "azurerm_container_app_custom_domain" "main" {
  count = var.custom_domain == null ? 0 : 1

  name             = var.custom_domain
  container_app_id = azurerm_container_app.main.id

  lifecycle {
    prevent_destroy = true
    ignore_changes  = [certificate_binding_type, container_app_environment_certificate_id]
  }
}

moved {
  from = azurerm_role_assignment.pull[0]
  to   = azurerm_role_assignment.pull["app"]
}
