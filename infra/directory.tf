# Mail.Read has no place here: a consent in Entra would open every mailbox. Exchange Online grants the central mailbox alone
# (the script of the plan command).
locals {
  directory_permissions = toset(["User.Read.All", "GroupMember.Read.All", "ChannelMember.Read.All"])
}

data "azuread_service_principal" "graph" {
  count     = var.grant_directory_access ? 1 : 0
  client_id = "00000003-0000-0000-c000-000000000000"
}

resource "azuread_app_role_assignment" "directory" {
  for_each = var.grant_directory_access ? local.directory_permissions : toset([])

  app_role_id         = data.azuread_service_principal.graph[0].app_role_ids[each.value]
  principal_object_id = azurerm_user_assigned_identity.main.principal_id
  resource_object_id  = data.azuread_service_principal.graph[0].object_id
}
