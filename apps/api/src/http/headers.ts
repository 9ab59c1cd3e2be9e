import type { MiddlewareHandler } from "hono";

const contentSecurityPolicy: readonly string[] = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
];

/**
 * Pages load from this server alone, and run no script and no style that stands in the page itself, except styles that carry the word of the
 * answer; papers are shown by a worker of ours, and images that a page has put together itself.
 */
export function securityPolicyWith({ styleNonce }: { styleNonce: string }): string {
  const widened: Readonly<Record<string, string>> = {
    "style-src 'self'": `style-src 'self' 'nonce-${styleNonce}'`,
    "img-src 'self'": "img-src 'self' blob:",
  };
  return [...contentSecurityPolicy.map((each) => widened[each] ?? each), "worker-src 'self'"].join("; ");
}

const headers: readonly (readonly [string, string])[] = [
  ["content-security-policy", contentSecurityPolicy.join("; ")],
  ["x-content-type-options", "nosniff"],
  ["x-frame-options", "DENY"],
  ["referrer-policy", "same-origin"],
  ["cross-origin-opener-policy", "same-origin"],
  ["cross-origin-resource-policy", "same-origin"],
  ["permissions-policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"],
  // What a person answers is theirs: nothing is stored on the way unless the answer itself says that it may be.
  ["cache-control", "no-store"],
];

/** What keeps a browser from doing with our answers what they are not for. Set first, so that a route can say otherwise. */
export const securityHeaders: MiddlewareHandler = (context, next) => {
  for (const [name, value] of headers) context.header(name, value);
  return next();
};
