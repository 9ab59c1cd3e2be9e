/**
 * Milliseconds of processor time that this process has used, in all its threads. For what runs in this process alone it holds
 * on a busy machine, where the time on the wall goes to others and code is measured before it has been compiled.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1_000;
}
