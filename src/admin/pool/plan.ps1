Set-StrictMode -Version 3.0
$ErrorActionPreference = 'Stop'
# Functions ask this one, so that -WhatIf and -Confirm of the script hold for every change.
$Run = $PSCmdlet
$Role = 'Application Mail.Read'
# For probe mails alone.
$SendRole = 'Application Mail.Send'
$AliasPattern = '^smtp:(aws_[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@' + [regex]::Escape($Plan.Domain) + ')$'

# What Exchange Online says where it is busy; such calls were not carried out, and repeating one that was does no harm.
$Busy = 'throttl|too many requests|too busy|server ?busy|\b429\b|\b503\b|temporarily unavailable|try again later|MicroDelay'

# Calls again while Exchange Online is busy: five times, over seven minutes at most. Each call says -ErrorAction Stop itself, as
# preferences of a script do not reach the functions of a module.
function Invoke-Patiently([scriptblock] $Call) {
    foreach ($pause in 10, 30, 60, 120, 200, 0) {
        try {
            # All of it or nothing: what came before an error is not to come twice.
            $answer = & $Call
            if ($null -ne $answer) { return $answer }
            return
        }
        catch {
            if ($pause -eq 0 -or [string] $_ -notmatch $Busy) { throw }
            Write-Host "Exchange Online is busy. Going on in $pause seconds."
            Start-Sleep -Seconds $pause
        }
    }
}

function Assert-Ready {
    if (($AppId -eq '') -ne ($ObjectId -eq '')) {
        throw 'Give -AppId and -ObjectId together, or neither of them.'
    }
    $module = Get-Module -ListAvailable -Name ExchangeOnlineManagement | Sort-Object -Property Version -Descending | Select-Object -First 1
    if ($null -eq $module -or $module.Version -lt [version] '3.2.0') {
        throw 'The module ExchangeOnlineManagement 3.2.0 or later is missing. Run: Install-Module ExchangeOnlineManagement -Scope CurrentUser'
    }
    $connections = @(Get-ConnectionInformation -ErrorAction Stop | Where-Object { $_.State -eq 'Connected' })
    if ($connections.Count -eq 0) {
        throw 'There is no connection to Exchange Online. Run: Connect-ExchangeOnline'
    }
    $needed = @('Get-AcceptedDomain', 'Get-Recipient', 'Get-Mailbox', 'New-Mailbox', 'Set-Mailbox')
    if ($AppId -ne '') {
        $needed += @('Get-ServicePrincipal', 'New-ServicePrincipal', 'Get-ManagementScope', 'New-ManagementScope')
        $needed += @('Set-ManagementScope', 'Set-ManagementRoleAssignment')
        $needed += @('Get-ManagementRoleAssignment', 'New-ManagementRoleAssignment', 'Test-ServicePrincipalAuthorization')
    }
    if ($RetentionPolicy -ne '') { $needed += 'Get-RetentionPolicy' }
    foreach ($command in $needed) {
        if ($null -eq (Get-Command -Name $command -ErrorAction SilentlyContinue)) {
            throw "The command $command is not there: the connected account lacks the role for it. Sign in as an Exchange administrator, for the access of Rootdesk with Organization Management."
        }
    }
    $accepted = @(Invoke-Patiently { Get-AcceptedDomain -ErrorAction Stop } | ForEach-Object { [string] $_.DomainName })
    if ($RetentionPolicy -eq '') {
        Write-Host 'No retention policy was given: what the mailboxes hold is kept as the organization does by default. -RetentionPolicy names another.'
    }
    else {
        # Fails where there is none of that name.
        Invoke-Patiently { Get-RetentionPolicy -Identity $RetentionPolicy -ErrorAction Stop } | Out-Null
    }
    foreach ($domain in $Plan.AcceptedDomains) {
        if ($accepted -notcontains $domain) {
            throw "$domain is no accepted domain of this organization. Add it first, or make the plan for another domain."
        }
    }
}

# The shared mailbox with this address, or nothing. Fails when the address belongs to anything else.
function Find-SharedMailbox([string] $Address) {
    $recipients = @(Invoke-Patiently { Get-Recipient -Filter "EmailAddresses -eq 'smtp:$Address'" -ResultSize 2 -ErrorAction Stop })
    if ($recipients.Count -eq 0) { return $null }
    if ($recipients.Count -gt 1 -or [string] $recipients[0].RecipientTypeDetails -ne 'SharedMailbox') {
        throw "$Address belongs to something that is no shared mailbox ($($recipients[0].RecipientTypeDetails)). Convert it, or make the plan with other names."
    }
    return Invoke-Patiently { Get-Mailbox -Identity $Address -ErrorAction Stop }
}

# A new mailbox is not seen everywhere at once.
function Wait-SharedMailbox([string] $Address) {
    foreach ($attempt in 1..24) {
        $mailbox = Find-SharedMailbox -Address $Address
        if ($null -ne $mailbox) { return $mailbox }
        Start-Sleep -Seconds 5
    }
    throw "$Address was created but is not to be seen after two minutes. Run this script again later; it goes on where it stopped."
}

# Unique in the organization, as Exchange wants it: the same local part may stand in two domains. At most 64 characters.
function Get-MailboxName([string] $Address) {
    $name = $Address.Replace('@', ' at ')
    if ($name.Length -le 64) { return $name }
    $hash = [Security.Cryptography.SHA256]::HashData([Text.Encoding]::ASCII.GetBytes($Address))
    return $name.Substring(0, 40) + '_' + [Convert]::ToHexString($hash).Substring(0, 23)
}

# Nothing when it is missing and -WhatIf keeps it from being created.
function Initialize-SharedMailbox([string] $Address, [string] $DisplayName) {
    $mailbox = Find-SharedMailbox -Address $Address
    if ($null -eq $mailbox) {
        if (-not $Run.ShouldProcess($Address, 'Create shared mailbox')) { return $null }
        $name = Get-MailboxName -Address $Address
        $nick = $name.Replace(' ', '_')
        Invoke-Patiently { New-Mailbox -Shared -Name $name -Alias $nick -DisplayName $DisplayName -PrimarySmtpAddress $Address -ErrorAction Stop } | Out-Null
        $mailbox = Wait-SharedMailbox -Address $Address
    }
    if (-not $mailbox.AccountDisabled -and $Run.ShouldProcess($Address, 'Block sign-in')) {
        Invoke-Patiently { Set-Mailbox -Identity $Address -AccountDisabled $true -ErrorAction Stop }
    }
    if (-not $mailbox.HiddenFromAddressListsEnabled -and $Run.ShouldProcess($Address, 'Hide from address lists')) {
        Invoke-Patiently { Set-Mailbox -Identity $Address -HiddenFromAddressListsEnabled $true -ErrorAction Stop }
    }
    $isKept = $RetentionPolicy -eq '' -or [string] $mailbox.RetentionPolicy -eq $RetentionPolicy
    if (-not $isKept -and $Run.ShouldProcess($Address, "Set the retention policy '$RetentionPolicy'")) {
        Invoke-Patiently { Set-Mailbox -Identity $Address -RetentionPolicy $RetentionPolicy -ErrorAction Stop }
    }
    return $mailbox
}

# Forwards to a central mailbox and keeps a copy, from which mail can be recovered.
function Set-Forwarding($Mailbox, $Central, [string] $Address) {
    $target = [string] $Mailbox.ForwardingAddress
    $known = @([string] $Central.Identity, [string] $Central.Name, [string] $Central.DistinguishedName, [string] $Central.PrimarySmtpAddress)
    $isSet = $target -ne '' -and $known -contains $target
    if ($isSet -and $Mailbox.DeliverToMailboxAndForward -and [string] $Mailbox.ForwardingSmtpAddress -eq '') { return }
    $to = [string] $Central.PrimarySmtpAddress
    if ($Run.ShouldProcess($Address, "Forward to $to and keep a copy")) {
        Invoke-Patiently { Set-Mailbox -Identity $Address -ForwardingAddress $to -ForwardingSmtpAddress $null -DeliverToMailboxAndForward $true -ErrorAction Stop }
    }
}

function Get-PoolAlias($Mailbox) {
    foreach ($proxy in $Mailbox.EmailAddresses) {
        $found = [regex]::Match([string] $proxy, $AliasPattern, 'IgnoreCase')
        if ($found.Success) { $found.Groups[1].Value.ToLowerInvariant() }
    }
}

# The aliases that Exchange has; waits for those that were added, and lists none that it does not show.
function Wait-PoolAlias([string] $Address, [string[]] $Added) {
    foreach ($attempt in 1..24) {
        $present = @(Get-PoolAlias -Mailbox (Wait-SharedMailbox -Address $Address))
        $unseen = @($Added | Where-Object { $present -notcontains $_ })
        if ($unseen.Count -eq 0) { break }
        Start-Sleep -Seconds 5
    }
    if ($unseen.Count -gt 0) {
        Write-Warning "$Address does not show $($unseen.Count) of the aliases that were added; they are left out of the list. Run this script again later."
    }
    return $present
}

# Adds what is missing, and gives back all aliases that the mailbox has then.
function Add-PoolAlias($Mailbox, [string] $Address) {
    $present = @(Get-PoolAlias -Mailbox $Mailbox)
    $missing = $Plan.AliasesPerMailbox - $present.Count
    if ($missing -le 0) { return $present }
    $total = @($Mailbox.EmailAddresses).Count + $missing
    if ($total -gt $Plan.AddressesMost) {
        throw "$Address would carry $total addresses, its other ones included; Exchange Online refuses about that many. Remove some, or plan more mailboxes with fewer aliases."
    }
    if (-not $Run.ShouldProcess($Address, "Add $missing aliases to the $($present.Count) that are there")) { return $present }
    $added = @()
    while ($added.Count -lt $missing) {
        $count = [Math]::Min($Plan.BatchSize, $missing - $added.Count)
        $batch = @(1..$count | ForEach-Object { 'aws_{0}@{1}' -f [guid]::NewGuid().ToString(), $Plan.Domain })
        $proxies = @($batch | ForEach-Object { "smtp:$_" })
        Invoke-Patiently { Set-Mailbox -Identity $Address -EmailAddresses @{ Add = $proxies } -ErrorAction Stop }
        $added += $batch
        Write-Progress -Activity "Aliases of $Address" -PercentComplete (100 * $added.Count / $missing)
    }
    Write-Progress -Activity "Aliases of $Address" -Completed
    return Wait-PoolAlias -Address $Address -Added $added
}

# Lets the application read the central mailboxes, with -Probes also send as them. Scope and assignment are named after the application: each has its own.
function Grant-CentralAccess {
    $name = "Rootdesk $AppId"
    $filter = @($Plan.CentralMailboxes | ForEach-Object { "PrimarySmtpAddress -eq '$_'" }) -join ' -or '
    $which = $Plan.CentralMailboxes -join ' and '
    $principal = @(Invoke-Patiently { Get-ServicePrincipal -ErrorAction Stop } | Where-Object { [string] $_.AppId -eq $AppId })
    if ($principal.Count -gt 0 -and [string] $principal[0].ObjectId -ne $ObjectId) {
        throw "Exchange Online knows the application $AppId under another object id ($($principal[0].ObjectId)). Check the id: it is the one of the enterprise application, not of the app registration."
    }
    if ($principal.Count -eq 0 -and $Run.ShouldProcess($AppId, 'Make the application known to Exchange Online')) {
        Invoke-Patiently { New-ServicePrincipal -AppId $AppId -ObjectId $ObjectId -DisplayName 'Rootdesk' -ErrorAction Stop } | Out-Null
    }
    $scope = @(Invoke-Patiently { Get-ManagementScope -ErrorAction Stop } | Where-Object { $_.Name -eq $name })
    if ($scope.Count -eq 0) {
        if ($Run.ShouldProcess($name, "Create a scope of $which alone")) {
            Invoke-Patiently { New-ManagementScope -Name $name -RecipientRestrictionFilter $filter -ErrorAction Stop } | Out-Null
        }
    }
    elseif ($Run.ShouldProcess($name, "Let the scope be $which alone")) {
        Invoke-Patiently { Set-ManagementScope -Identity $name -RecipientRestrictionFilter $filter -WarningAction SilentlyContinue -ErrorAction Stop }
    }
    Grant-Role -Name $name -Granted $Role -Scope $name
    if ($Probes) { Grant-Role -Name "$name probes" -Granted $SendRole -Scope $name }
}

function Grant-Role([string] $Name, [string] $Granted, [string] $Scope) {
    $assignment = @(Invoke-Patiently { Get-ManagementRoleAssignment -Role $Granted -ErrorAction Stop } | Where-Object { $_.Name -eq $Name })
    if ($assignment.Count -eq 0) {
        if ($Run.ShouldProcess($Name, "Assign '$Granted' within that scope")) {
            Invoke-Patiently { New-ManagementRoleAssignment -Name $Name -App $AppId -Role $Granted -CustomResourceScope $Scope -ErrorAction Stop } | Out-Null
        }
    }
    elseif ([string] $assignment[0].CustomResourceScope -ne $Scope -and $Run.ShouldProcess($Name, "Bind '$Granted' to that scope")) {
        Invoke-Patiently { Set-ManagementRoleAssignment -Identity $Name -CustomResourceScope $Scope -ErrorAction Stop }
    }
}

function Get-GrantedRole([string] $Resource) {
    # InScope is a text and also says 'Not Run', which would count as true.
    return @(Invoke-Patiently { Test-ServicePrincipalAuthorization -Identity $AppId -Resource $Resource -ErrorAction Stop } | Where-Object { [string] $_.InScope -eq 'True' } | ForEach-Object { [string] $_.RoleName })
}

# The central mailboxes and nothing else, reading and nothing else, with -Probes sending too.
function Assert-CentralAccess {
    $wanted = @($Role) + @(if ($Probes) { $SendRole })
    foreach ($address in $Plan.CentralMailboxes) {
        $granted = @(Get-GrantedRole -Resource $address)
        if ($granted -notcontains $Role) {
            throw "The application may not read $address. Run this script again; if it stays so, look at the role assignment 'Rootdesk $AppId'."
        }
        if ($Probes -and $granted -notcontains $SendRole) {
            throw "The application may not send as $address. Run this script again; if it stays so, look at the role assignment 'Rootdesk $AppId probes'."
        }
        $more = @($granted | Where-Object { $wanted -notcontains $_ })
        if ($more.Count -gt 0) {
            throw "The application may do more than it needs: $($more -join ', '). Remove these role assignments. '$SendRole' belongs to probe mails, which -Probes is for."
        }
    }
    $other = $Plan.RootMailboxes[0]
    $elsewhere = @(Get-GrantedRole -Resource $other)
    if ($elsewhere.Count -gt 0) {
        throw "The application also reaches ${other}: $($elsewhere -join ', '). Remove the role assignment that allows it."
    }
    Write-Host "The application has these roles for $($Plan.CentralMailboxes -join ' and '): $($wanted -join ', '). It may not read $other."
}

Assert-Ready
$centrals = @(foreach ($address in $Plan.CentralMailboxes) { , (Initialize-SharedMailbox -Address $address -DisplayName $Plan.CentralName) })
$turn = 0
$rows = @(foreach ($address in $Plan.RootMailboxes) {
        # In turn, so that a root mailbox stays with its central one when there are more.
        $central = $centrals[$turn % $centrals.Count]
        $turn += 1
        $mailbox = Initialize-SharedMailbox -Address $address -DisplayName "$($Plan.RootName) $address"
        if ($null -eq $mailbox) {
            Write-Host "$address is not there yet; it would get $($Plan.AliasesPerMailbox) aliases."
            continue
        }
        if ($null -ne $central) { Set-Forwarding -Mailbox $mailbox -Central $central -Address $address }
        $aliases = @(Add-PoolAlias -Mailbox $mailbox -Address $address)
        Write-Host "$address carries $($aliases.Count) aliases."
        foreach ($alias in ($aliases | Sort-Object -Unique)) {
            [pscustomobject] @{ alias = $alias; root_mailbox = $address }
        }
    })
if ($rows.Count -gt 0 -and $Run.ShouldProcess($CsvPath, "Write $($rows.Count) aliases")) {
    $rows | Export-Csv -LiteralPath $CsvPath -Encoding utf8NoBOM -NoTypeInformation
    Write-Host "$CsvPath names $($rows.Count) aliases. Put them into the pool: npm run admin -- import '$CsvPath'"
}
if ($AppId -eq '') {
    Write-Host 'No application was given: the access to the central mailbox is not set up. Run this script again with -AppId and -ObjectId.'
    return
}
Grant-CentralAccess
if ($WhatIfPreference) { return }
Assert-CentralAccess
Write-Host 'Exchange Online keeps permissions in mind for 30 minutes to 2 hours: until then Rootdesk may still be refused.'
Write-Host 'This check sees the roles of Exchange Online alone. A consent to Mail.* in Entra ID would open every mailbox: the doctor command tries it.'
