import type { Page, Route } from "playwright-core";

/** In what state the server is when a page is opened. */
export const pageStates = ["loaded", "empty", "refused", "unreachable", "loading"] as const;
export type PageState = (typeof pageStates)[number];

const api = "**/api/v1/**";
/** Who one is, and what the law is, is known before any page: without them there is no page to look at. */
const known = /\/api\/v1\/(me|policies|auth)\b/;

/** Puts the server into a state for whatever is opened afterwards. Returns how it comes out of it again. */
export async function putInto(page: Page, state: PageState): Promise<() => Promise<void>> {
  const answer = answers[state];
  if (answer === null) return async () => {};
  const held: Route[] = [];
  await page.route(api, (route) => {
    const request = route.request();
    return request.method() !== "GET" || known.test(request.url()) ? route.continue() : answer(route, held);
  });
  return async () => {
    await page.unroute(api);
    await Promise.all(held.map((route) => route.abort().catch(() => {})));
  };
}

type Answer = (route: Route, held: Route[]) => Promise<void>;

const answers: Readonly<Record<PageState, Answer | null>> = {
  loaded: null,
  // Every list is there and has nothing in it.
  empty: async (route) => {
    const response = await route.fetch();
    const type = response.headers()["content-type"] ?? "";
    const body = type.includes("json") ? await response.json() : null;
    if (!Array.isArray(body)) return route.fulfill({ response });
    const headers = { ...response.headers(), "content-range": "items */0" };
    return route.fulfill({ response, headers, json: [] });
  },
  refused: (route) =>
    route.fulfill({
      status: 500,
      contentType: "application/problem+json",
      json: {
        type: "/api/docs#internal",
        title: "系统出了问题",
        status: 500,
        detail: "请稍后再试。",
        code: "internal",
      },
    }),
  unreachable: (route) => route.abort("internetdisconnected"),
  loading: async (route, held) => {
    held.push(route);
  },
};
