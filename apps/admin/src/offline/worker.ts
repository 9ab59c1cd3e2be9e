/** Whether the page came from this device because the server could not be reached; said by the worker (`build/service-worker.ts`). */
export const isFromDevice = (): boolean => document.querySelector('meta[name="from-device"]') !== null;

/** So often a page that stays open asks whether there is a newer console. */
const lookMs = 30 * 60_000;

/**
 * Has the console's own files kept on this device. Not in development, where there are no built files, nor where the browser knows no workers.
 *
 * @param onNewVersion a newer console has come while this page is open; it is there at the next start
 * @returns what ends the looking
 */
export function keepConsoleOnDevice(onNewVersion: () => void): () => void {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return () => undefined;
  const { serviceWorker } = navigator;
  // The first worker of a device is no news.
  const isFirst = serviceWorker.controller === null;
  let isOver = false;
  let timer: ReturnType<typeof setInterval> | undefined;
  const changed = () => {
    if (!isFirst) onNewVersion();
  };
  serviceWorker.addEventListener("controllerchange", changed);
  void serviceWorker.register("/admin/service-worker.js").then(
    (registration) => {
      if (!isOver) timer = setInterval(() => void registration.update().catch(() => undefined), lookMs);
    },
    // Without it the page works as long as it is open, as it always did.
    () => undefined,
  );
  return () => {
    isOver = true;
    clearInterval(timer);
    serviceWorker.removeEventListener("controllerchange", changed);
  };
}
