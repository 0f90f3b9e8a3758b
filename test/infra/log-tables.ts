/**
 * Columns of the tables of Log Analytics that queries ask, as far as any of ours may need them, by
 * https://learn.microsoft.com/azure/azure-monitor/reference/tables/appmetrics, …/containerappconsolelogs and …/containerappsystemlogs.
 * The last two have these names where logs go by diagnostic settings; with the workspace's key they end in `_CL`, and their columns in `_s`.
 */
export const LOG_TABLES: Readonly<Record<string, readonly string[]>> = {
  AppMetrics: ['ItemCount', 'Max', 'Min', 'Name', 'Properties', 'Sum', 'TimeGenerated'],
  ContainerAppConsoleLogs: [
    'ContainerAppName',
    'ContainerName',
    'JobName',
    'Log',
    'RevisionName',
    'Stream',
    'TimeGenerated',
  ],
  ContainerAppSystemLogs: ['ContainerAppName', 'Log', 'Reason', 'RevisionName', 'TimeGenerated', 'Type'],
};

/** What a query names that its table does not have. Its own names begin with a small letter, as operators and functions do. */
export function unknownColumns(query: string): readonly string[] {
  const [table = '', ...steps] = query.trim().split('\n');
  const columns = LOG_TABLES[table.trim()];
  if (columns === undefined) return [table.trim()];
  const code = steps.join('\n').replaceAll(/"[^"]*"/g, '');
  return [...code.matchAll(/(?<![.\w])[A-Z]\w*/g)]
    .map(([name]) => name)
    .filter((name) => !columns.includes(name));
}
