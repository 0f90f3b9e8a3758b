locals {
  # The company's own account is only read: it keeps its encryption, its keys, its identity and its network rules.
  has_own_account    = var.existing_storage_account_id != null
  storage_account_id = local.has_own_account ? var.existing_storage_account_id : azurerm_storage_account.main[0].id
  table_id           = local.has_own_account ? data.azapi_resource.existing_table[0].id : azapi_resource.table[0].id
  table_endpoint = trimsuffix(
    local.has_own_account ? data.azapi_resource.existing_account[0].output.properties.primaryEndpoints.table : azurerm_storage_account.main[0].primary_table_endpoint,
    "/"
  )
}

resource "azurerm_storage_account" "main" {
  count = local.has_own_account ? 0 : 1

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
  count = local.has_own_account ? 0 : 1

  type      = "Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01"
  parent_id = "${azurerm_storage_account.main[0].id}/tableServices/default"
  name      = var.table_name
  body      = {}

  lifecycle {
    prevent_destroy = true
  }
}

# By the Resource Manager alone: azurerm's own data source would read the account's keys, and keep them in the state.
data "azapi_resource" "existing_account" {
  count = local.has_own_account ? 1 : 0

  type                   = "Microsoft.Storage/storageAccounts@2023-05-01"
  resource_id            = var.existing_storage_account_id
  response_export_values = ["properties.primaryEndpoints.table"]
}

# Fails while planning where there is no such table.
data "azapi_resource" "existing_table" {
  count = local.has_own_account ? 1 : 0

  type                   = "Microsoft.Storage/storageAccounts/tableServices/tables@2023-05-01"
  resource_id            = "${var.existing_storage_account_id}/tableServices/default/tables/${var.table_name}"
  response_export_values = []
}

# On the table alone. Rootdesk asks at its start for it to be created, is refused, and opens it all the same.
resource "azurerm_role_assignment" "table" {
  scope                            = local.table_id
  role_definition_name             = "Storage Table Data Contributor"
  principal_id                     = azurerm_user_assigned_identity.main.principal_id
  principal_type                   = "ServicePrincipal"
  skip_service_principal_aad_check = true
}

# Installations of before there was a choice keep what they have.
moved {
  from = azurerm_storage_account.main
  to   = azurerm_storage_account.main[0]
}

moved {
  from = azapi_resource.table
  to   = azapi_resource.table[0]
}
