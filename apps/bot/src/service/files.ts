const downloadTimeoutMilliseconds = 15_000;

/** Fetches a file that a turn offers. */
export type Download = (url: string) => Promise<Uint8Array>;

/** Downloads from the API alone: a turn's address never makes the bot call anybody else. */
export function createDownload(apiUrl: string): Download {
  return async (url) => {
    const address = new URL(url, apiUrl);
    if (address.origin !== new URL(apiUrl).origin) throw new Error("A turn offers a file outside the API");
    const response = await fetch(address, { signal: AbortSignal.timeout(downloadTimeoutMilliseconds) });
    if (!response.ok) throw new Error(`The API answered ${response.status} for a file of a turn`);
    return new Uint8Array(await response.arrayBuffer());
  };
}
