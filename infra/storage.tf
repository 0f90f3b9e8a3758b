resource "azurerm_storage_account" "main" {
  name                = var.storage_account_name
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = var.tags

  account_kind             = "StorageV2"
  account_tier             = "Standard"
  account_replication_type = var.storage_replication

  # Entra tokens alone, over TLS alone.
  shared_access_key_enabled       = false
  default_to_oauth_authentication = true
  local_user_enabled              = false
  min_tls_version                 = "TLS1_2"
  https_traffic_only_enabled      = true

  allow_nested_items_to_be_public  = false
  cross_tenant_replication_enabled = false

  network_rules {
    default_action             = var.subnet_id == null ? "Allow" : "Deny"
    bypass                     = ["None"]
    virtual_network_subnet_ids = var.subnet_id == null ? [] : [var.subnet_id]
  }

  lifecycle {
    # The register is the one thing that cannot be made again.
    prevent_destroy = true
  }
}

resource "azapi_resource" "table" {
  type      = "Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01"
  parent_id = "${azurerm_storage_account.main.id}/tableServices/default"
  name      = var.table_name
  body      = {}

  lifecycle {
    prevent_destroy = true
  }
}

# On the table alone. Rootdesk asks at its start for it to be created, is refused, and opens it all the same.
resource "azurerm_role_assignment" "table" {
  scope                            = azapi_resource.table.id
  role_definition_name             = "Storage Table Data Contributor"
  principal_id                     = azurerm_user_assigned_identity.main.principal_id
  principal_type                   = "ServicePrincipal"
  skip_service_principal_aad_check = true
}
