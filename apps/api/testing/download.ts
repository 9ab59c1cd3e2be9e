import type { Browser } from "./accounts.ts";
import type { TestApp } from "./app.ts";

/** A file that an address answers with, as bytes. */
export async function download(
  { app }: TestApp,
  path: string,
  who: { browser?: Browser | undefined; token?: string } = {},
) {
  const cookie = [...(who.browser?.cookies ?? [])].map(([name, value]) => `${name}=${value}`).join("; ");
  const response = await app.request(path, {
    headers: {
      ...(cookie === "" ? {} : { cookie }),
      ...(who.token === undefined ? {} : { authorization: `Bearer ${who.token}` }),
    },
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, headers: response.headers, bytes };
}
