terraform {
  required_version = ">= 1.9"

  required_providers {
    azurerm = {
      source  = "hashicorp/azurerm"
      version = "~> 4.55"
    }
    azuread = {
      source  = "hashicorp/azuread"
      version = "~> 3.0"
    }
    # For the table alone: azurerm asks for a table's access policy, which storage tells to holders of the account key only.
    azapi = {
      source  = "Azure/azapi"
      version = "~> 2.0"
    }
  }

  # The rest is given at init: resource_group_name, storage_account_name, container_name, key.
  backend "azurerm" {
    use_azuread_auth = true
  }
}

provider "azurerm" {
  subscription_id     = var.subscription_id
  storage_use_azuread = true

  # These and no others, so that an identity that may read the subscription alone applies later versions. azurerm's own list lacks
  # Microsoft.App.
  resource_provider_registrations = "none"
  resource_providers_to_register = [
    "Microsoft.App",
    "Microsoft.BotService",
    "Microsoft.ContainerService",
    "Microsoft.Insights",
    "Microsoft.ManagedIdentity",
    "Microsoft.OperationalInsights",
    "Microsoft.Storage",
  ]

  features {
    storage {
      # Nothing in the account is read with its keys, which are switched off.
      data_plane_available = false
    }
  }
}

provider "azuread" {}

provider "azapi" {
  subscription_id = var.subscription_id
}

data "azurerm_client_config" "current" {}
