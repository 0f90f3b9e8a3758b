# Every night a copy of the table in an account of its own, which whoever takes Rootdesk over cannot take away.
locals {
  backup_container = "${azurerm_storage_account.backup.primary_blob_endpoint}${azurerm_storage_container.backups.name}"
}

# Reads the table, writes backups and is nobody towards Teams and Microsoft Graph; Rootdesk itself does not reach its backups.
resource "azurerm_user_assigned_identity" "backup" {
  name                = "id-${var.name}-backup"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = var.tags
}

resource "azurerm_storage_account" "backup" {
  name                = var.backup_account_name
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = var.tags

  account_kind             = "StorageV2"
  account_tier             = "Standard"
  account_replication_type = var.storage_replication

  shared_access_key_enabled       = false
  default_to_oauth_authentication = true
  local_user_enabled              = false
  min_tls_version                 = "TLS1_2"
  https_traffic_only_enabled      = true

  allow_nested_items_to_be_public  = false
  cross_tenant_replication_enabled = false

  blob_properties {
    # What is written over or deleted stays as a version; the role below cannot delete versions.
    versioning_enabled = true

    delete_retention_policy {
      days = 30
    }

    container_delete_retention_policy {
      days = 30
    }
  }

  network_rules {
    default_action             = var.subnet_id == null ? "Allow" : "Deny"
    bypass                     = ["None"]
    virtual_network_subnet_ids = var.subnet_id == null ? [] : [var.subnet_id]
  }

  lifecycle {
    prevent_destroy = true
  }
}

resource "azurerm_storage_container" "backups" {
  name                  = "backups"
  storage_account_id    = azurerm_storage_account.backup.id
  container_access_type = "private"

  lifecycle {
    prevent_destroy = true
  }
}

# Against the portal and the command line too, which do not know of prevent_destroy.
resource "azurerm_management_lock" "backup" {
  name       = "backups-stay"
  scope      = azurerm_storage_account.backup.id
  lock_level = "CanNotDelete"
  notes      = "Backups of Rootdesk. Whoever means to delete them takes this lock away first."

  # Azure removes no role assignment under a lock.
  depends_on = [azurerm_role_assignment.backup_write]
}

resource "azurerm_storage_management_policy" "backup" {
  storage_account_id = azurerm_storage_account.backup.id

  rule {
    name    = "backups-end"
    enabled = true

    filters {
      blob_types   = ["blockBlob"]
      prefix_match = ["${azurerm_storage_container.backups.name}/"]
    }

    actions {
      base_blob {
        delete_after_days_since_creation_greater_than = var.backup_days
      }

      version {
        delete_after_days_since_creation = var.backup_days
      }
    }
  }
}

resource "azurerm_role_assignment" "backup_read" {
  scope                            = local.table_id
  role_definition_name             = "Storage Table Data Reader"
  principal_id                     = azurerm_user_assigned_identity.backup.principal_id
  principal_type                   = "ServicePrincipal"
  skip_service_principal_aad_check = true
}

resource "azurerm_role_assignment" "backup_write" {
  scope                            = azurerm_storage_container.backups.id
  role_definition_name             = "Storage Blob Data Contributor"
  principal_id                     = azurerm_user_assigned_identity.backup.principal_id
  principal_type                   = "ServicePrincipal"
  skip_service_principal_aad_check = true
}

resource "azurerm_container_app_job" "backup" {
  name                         = "job-${var.name}-backup"
  container_app_environment_id = azurerm_container_app_environment.main.id
  resource_group_name          = azurerm_resource_group.main.name
  location                     = azurerm_resource_group.main.location
  workload_profile_name        = "Consumption"
  tags                         = var.tags

  replica_timeout_in_seconds = 3600
  replica_retry_limit        = 3

  schedule_trigger_config {
    cron_expression = var.backup_schedule
  }

  identity {
    type         = "UserAssigned"
    identity_ids = [azurerm_user_assigned_identity.backup.id]
  }

  dynamic "registry" {
    for_each = var.container_registry_id == null ? [] : [split("/", var.image)[0]]

    content {
      server   = registry.value
      identity = azurerm_user_assigned_identity.backup.id
    }
  }

  template {
    container {
      # The alert no-backup looks for this name.
      name   = "backup"
      image  = var.image
      cpu    = 0.5
      memory = "1Gi"

      # One after the other, and the second only after the first: an init container would have no identity.
      command = ["/bin/sh", "-c"]
      args    = ["node src/admin/main.ts backup --out /tmp/rootdesk.jsonl && node src/admin/main.ts store /tmp/rootdesk.jsonl --in ${local.backup_container}"]

      dynamic "env" {
        for_each = { for name, value in merge(local.settings, var.settings, local.backup_settings) : name => value if value != "" }

        content {
          name  = env.key
          value = env.value
        }
      }
    }
  }

  depends_on = [azurerm_role_assignment.backup_read, azurerm_role_assignment.backup_write, azurerm_role_assignment.pull]
}

locals {
  backup_settings = {
    AZURE_CLIENT_ID = azurerm_user_assigned_identity.backup.client_id
  }
}
