import { getConnInfo } from "@hono/node-server/conninfo";
import type { Context } from "hono";

/**
 * The address of the caller. Behind proxies of ours it is the entry of X-Forwarded-For that the outermost of them wrote; what stands left of
 * that came from the caller and could be anything.
 *
 * @param trustedProxies how many of our proxies a request passes; 0: the header is not believed
 */
export function clientAddress(context: Context, trustedProxies: number): string {
  if (trustedProxies > 0) {
    const hops = (context.req.header("x-forwarded-for") ?? "").split(",").map((hop) => hop.trim());
    const address = hops.at(-trustedProxies);
    if (address) return address;
  }
  return connectionAddress(context) ?? "unknown";
}

/** There is no connection when a test calls the app without a server. */
function connectionAddress(context: Context): string | undefined {
  try {
    return getConnInfo(context).remote.address;
  } catch {
    return undefined;
  }
}
