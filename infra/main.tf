resource "azurerm_resource_group" "main" {
  name     = var.resource_group_name
  location = var.location
  tags     = var.tags
}

# Who Rootdesk is: towards the table, Microsoft Graph, the registry and the Bot Framework. There is no password anywhere.
resource "azurerm_user_assigned_identity" "main" {
  name                = "id-${var.name}"
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = var.tags

  lifecycle {
    # Its id is the bot of the Teams manifest, and what Exchange Online and the directory grant.
    prevent_destroy = true
  }
}
