resource "azurerm_monitor_action_group" "main" {
  name                = "ag-${var.name}"
  short_name          = substr(replace(var.name, "-", ""), 0, 12)
  resource_group_name = azurerm_resource_group.main.name
  tags                = var.tags

  dynamic "email_receiver" {
    for_each = var.alert_emails

    content {
      name                    = email_receiver.key
      email_address           = email_receiver.value
      use_common_alert_schema = true
    }
  }
}

locals {
  # One JSON object a line; level 50 is an error (pino).
  lines = <<-KQL
    ContainerAppConsoleLogs
    | where ContainerAppName == "${azurerm_container_app.main.name}"
    | extend line = parse_json(Log)
  KQL

  # What Rootdesk knows of the way through each root mailbox: 1 behind the others, 2 silent. An alert names the one.
  root_mailboxes = <<-KQL
    AppMetrics
    | where Name == "rootdesk_root_mailbox_trouble"
    | extend mailbox = tostring(Properties.mailbox)
  KQL

  # A sweep may take ten minutes, and five may fail, however seldom there is one; `doctor` judges by the same.
  sweep_seconds  = try(tonumber(var.settings["SWEEP_SECONDS"]), 60)
  unread_seconds = 600 + 5 * local.sweep_seconds

  # Messages and metrics are named as in the program; the test of this folder holds them equal. What lasts is told by metrics, which
  # are there every minute however seldom something is logged. `once`: the line says that something happened, and no silence after it
  # says that it is mended, so the alert never resolves by itself. `by`: a column whose values have an alert each, which names it.
  log_alerts = {
    "sweeps-fail" = {
      description = "The central mailbox was not read for a quarter of an hour, or five times SWEEP_SECONDS and ten minutes: mail is late, none is lost."
      severity    = 1
      window      = "PT15M"
      threshold   = 0
      query       = <<-KQL
        AppMetrics
        | where Name == "rootdesk_cursor_age_seconds"
        | summarize arg_max(TimeGenerated, Max) by mailbox = tostring(Properties.mailbox)
        | where Max > ${local.unread_seconds}
      KQL
      by          = "mailbox"
    }
    "mail-waits" = {
      description = "Mail waits for its post to Teams for a quarter of an hour: Teams takes nothing, or nobody can be reached."
      severity    = 1
      window      = "PT10M"
      threshold   = 0
      # All the time, so that a restart with old mail is none.
      query = <<-KQL
        AppMetrics
        | where Name == "rootdesk_mail_oldest_undelivered_age_seconds"
        | summarize age = min(Max)
        | where age > 300
      KQL
    }
    "posts-fail" = {
      description = "Teams does not take more than half of what is posted."
      severity    = 1
      window      = "PT15M"
      threshold   = 0
      query       = <<-KQL
        AppMetrics
        | where Name == "rootdesk_posts_total"
        | summarize posts = sum(Sum), failed = sumif(Sum, tostring(Properties.outcome) in ("failed", "ambiguous"))
        | where failed >= 5 and failed > 0.5 * posts
      KQL
    }
    "rounds-fail" = {
      description = "Something that Rootdesk does by the clock fails more often than not."
      severity    = 2
      window      = "PT2H"
      threshold   = 0
      # One comes once a day.
      query = <<-KQL
        AppMetrics
        | where Name == "rootdesk_rounds_total"
        | summarize rounds = sum(Sum), failed = sumif(Sum, tostring(Properties.outcome) == "error") by round = tostring(Properties.round)
        | where failed > 0.5 * rounds and (failed >= 2 or round == "reconciliation")
      KQL
    }
    "no-telemetry" = {
      description = "Rootdesk sends no metrics: the alerts that watch them are blind."
      severity    = 2
      window      = "PT15M"
      threshold   = 1
      # It watches for what does not come.
      operator = "LessThan"
      query    = <<-KQL
        AppMetrics
        | where Name startswith "rootdesk_"
      KQL
    }
    "message-given-up" = {
      description = "A message could not be read again and again; triage was told that it is there."
      severity    = 2
      window      = "PT15M"
      threshold   = 0
      once        = true
      query       = "${local.lines}| where tostring(line.msg) startswith \"a message was given up\""
    }
    "pool-low" = {
      description = "Few aliases are free (POOL_LOW_WATER): the triage channel was told; add aliases before requests have to wait."
      severity    = 3
      window      = "PT15M"
      threshold   = 0
      once        = true
      query       = "${local.lines}| where tostring(line.msg) startswith \"few aliases are free\""
    }
    "root-mailbox-behind" = {
      description = "Mail came through other root mailboxes, and through one none for unusually long: it may not forward any more."
      severity    = 2
      window      = "PT15M"
      threshold   = 0
      query       = "${local.root_mailboxes}| where Max == 1"
      by          = "mailbox"
    }
    "root-mailbox-silent" = {
      description = "Probe mails through a root mailbox do not come back: it does not forward, or none of them does."
      severity    = 1
      window      = "PT15M"
      threshold   = 0
      query       = "${local.root_mailboxes}| where Max == 2"
      by          = "mailbox"
    }
    "alias-missing" = {
      description = "Probe mails to an alias do not come back although its root mailbox forwards others: whoever has it gets no mail of AWS."
      severity    = 2
      window      = "PT15M"
      threshold   = 0
      query       = <<-KQL
        AppMetrics
        | where Name == "rootdesk_aliases_unanswered"
        | where Max > 0
      KQL
    }
    "mail-given-up" = {
      description = "A mail could not be delivered again and again; triage was told, and replay delivers it."
      severity    = 1
      window      = "PT15M"
      threshold   = 0
      once        = true
      query       = "${local.lines}| where tostring(line.msg) startswith \"a mail was given up\""
    }
    "unbelieved-activities" = {
      description = "Many activities without a valid token came to the bot's endpoint: somebody tries it out, or the registration does not fit."
      severity    = 3
      window      = "PT15M"
      threshold   = 20
      # A flood is written as one line a minute that tells how many `more` there were: so many rows are counted, a hundred at most.
      query = <<-KQL
        ${local.lines}| where tostring(line.msg) startswith "an activity was not believed"
        | mv-expand one = range(1, min_of(coalesce(toint(line.more), 1), 100), 1)
      KQL
    }
    "much-mail" = {
      description = "More than 1,000 mails came within an hour: Exchange Online lets 1,200 an hour from one sender, and 3,600 in all, into a mailbox and refuses the others."
      severity    = 2
      window      = "PT1H"
      threshold   = 0
      query       = <<-KQL
        AppMetrics
        | where Name == "rootdesk_mails_total"
        | summarize mails = sum(Sum)
        | where mails > 1000
      KQL
    }
    "no-backup" = {
      description = "No backup of the table was stored for two days."
      severity    = 2
      window      = "P2D"
      threshold   = 1
      # It watches for what does not come.
      operator = "LessThan"
      query    = <<-KQL
        ContainerAppConsoleLogs
        | where ContainerName == "backup" and Log has "bytes stored."
      KQL
    }
    "errors" = {
      description = "Rootdesk logged more errors than single mishaps explain."
      severity    = 2
      window      = "PT15M"
      threshold   = 10
      query       = "${local.lines}| where toint(line.level) >= 50"
    }
    "not-ready" = {
      description = "A copy said again and again that it is not ready: the table does not answer."
      severity    = 1
      window      = "PT15M"
      threshold   = 10
      query       = <<-KQL
        ContainerAppSystemLogs
        | where ContainerAppName == "${azurerm_container_app.main.name}"
        | where Reason == "ProbeFailed" and Log has "Readiness"
      KQL
    }
  }

  metric_alerts = {
    "restarts" = {
      description = "A copy of Rootdesk starts again and again."
      severity    = 1
      scope       = azurerm_container_app.main.id
      namespace   = "Microsoft.App/containerApps"
      metric      = "RestartCount"
      aggregation = "Maximum"
      operator    = "GreaterThan"
      threshold   = 3
      dimensions  = {}
    }
    "no-copy" = {
      description = "No copy of Rootdesk runs."
      severity    = 0
      scope       = azurerm_container_app.main.id
      namespace   = "Microsoft.App/containerApps"
      metric      = "Replicas"
      aggregation = "Maximum"
      operator    = "LessThan"
      threshold   = 1
      dimensions  = {}
    }
    "failed-requests" = {
      description = "Rootdesk answers with 5xx: activities of Teams or calls of pipelines fail."
      severity    = 2
      scope       = azurerm_container_app.main.id
      namespace   = "Microsoft.App/containerApps"
      metric      = "Requests"
      aggregation = "Total"
      operator    = "GreaterThan"
      threshold   = 5
      dimensions  = { statusCodeCategory = "5xx" }
    }
    "table-availability" = {
      description = "The storage account refuses or fails requests."
      severity    = 2
      scope       = local.storage_account_id
      namespace   = "Microsoft.Storage/storageAccounts"
      metric      = "Availability"
      aggregation = "Average"
      operator    = "LessThan"
      threshold   = 99
      dimensions  = {}
    }
  }
}

resource "azurerm_monitor_scheduled_query_rules_alert_v2" "logs" {
  for_each = local.log_alerts

  name                = "alert-${var.name}-${each.key}"
  display_name        = "Rootdesk: ${each.key}"
  description         = each.value.description
  resource_group_name = azurerm_resource_group.main.name
  location            = azurerm_resource_group.main.location
  tags                = var.tags

  severity = each.value.severity
  scopes   = [azurerm_log_analytics_workspace.main.id]
  # Over days it is enough to look every hour.
  evaluation_frequency = startswith(each.value.window, "PT") ? "PT5M" : "PT1H"
  window_duration      = each.value.window
  # The tables appear with the first lines that Rootdesk logs.
  skip_query_validation   = true
  auto_mitigation_enabled = !try(each.value.once, false)
  # The line is seen by every evaluation while it is in the window, and told of once.
  mute_actions_after_alert_duration = try(each.value.once, false) ? each.value.window : null

  criteria {
    query                   = each.value.query
    time_aggregation_method = "Count"
    operator                = try(each.value.operator, "GreaterThan")
    threshold               = each.value.threshold

    dynamic "dimension" {
      for_each = compact([try(each.value.by, "")])

      content {
        name     = dimension.value
        operator = "Include"
        values   = ["*"]
      }
    }
  }

  action {
    action_groups = [azurerm_monitor_action_group.main.id]
  }
}

resource "azurerm_monitor_metric_alert" "metrics" {
  for_each = local.metric_alerts

  name                = "alert-${var.name}-${each.key}"
  description         = each.value.description
  resource_group_name = azurerm_resource_group.main.name
  tags                = var.tags

  severity    = each.value.severity
  scopes      = [each.value.scope]
  frequency   = "PT5M"
  window_size = "PT15M"

  criteria {
    metric_namespace = each.value.namespace
    metric_name      = each.value.metric
    aggregation      = each.value.aggregation
    operator         = each.value.operator
    threshold        = each.value.threshold

    dynamic "dimension" {
      for_each = each.value.dimensions

      content {
        name     = dimension.key
        operator = "Include"
        values   = [dimension.value]
      }
    }
  }

  action {
    action_group_id = azurerm_monitor_action_group.main.id
  }
}
