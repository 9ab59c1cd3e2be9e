import { createHash } from "node:crypto";
import type { Plugin } from "vite";

/** What a page needs to open and to be written in; what draws papers is large, and papers come from the server anyway. */
const isKept = (name: string) => /^assets\/[^/]+\.(js|css)$/.test(name) && !/^assets\/(pdf|docx|sheet)-/.test(name);

/**
 * The worker that keeps the console's own files on the device, so that it opens again without a connection. It is one of each build: other files,
 * another worker, which keeps its own and takes over at once; the files of the build before stay for pages that are still open. The document comes
 * from the server whenever that can be reached, so that a device never shows an older console than the server has. Nothing else passes through it:
 * answers of the API are neither read nor kept.
 */
function scriptOf(version: string, files: readonly string[]): string {
  return `const prefix = "shifan-console-";
const own = prefix + ${JSON.stringify(version)};
const files = ${JSON.stringify(files)};
const start = "/admin/";

self.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(own);
      await cache.addAll(files);
      await cache.put(start, await fetch(start, { cache: "no-store", credentials: "omit" }));
      await self.skipWaiting();
    })(),
  );
});

self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      const older = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== own);
      await Promise.all(older.slice(0, -1).map((name) => caches.delete(name)));
      await self.clients.claim();
    })(),
  );
});

async function keptDocument(cause) {
  const kept = await (await caches.open(own)).match(start);
  if (kept === undefined) throw cause;
  const headers = new Headers(kept.headers);
  for (const name of ["content-encoding", "content-length"]) headers.delete(name);
  const text = (await kept.text()).replace("<head>", '<head><meta name="from-device" content="true" />');
  return new Response(text, { headers });
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin || !pathname.startsWith(start)) return;
  if (request.mode === "navigate") event.respondWith(fetch(request).catch(keptDocument));
  else if (pathname.startsWith("/admin/assets/")) {
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
  }
});
`;
}

/** Writes the worker beside the pages, with the names of the files of this build. */
export function shipServiceWorker(): Plugin {
  return {
    name: "service-worker",
    apply: "build",
    generateBundle: {
      order: "post",
      handler(_, bundle) {
        const names = Object.keys(bundle).filter(isKept).toSorted();
        const page = bundle["index.html"];
        const document = page?.type === "asset" ? String(page.source) : "";
        const version = createHash("sha256")
          .update(JSON.stringify([names, document]))
          .digest("hex")
          .slice(0, 16);
        const source = scriptOf(
          version,
          names.map((name) => `/admin/${name}`),
        );
        this.emitFile({ type: "asset", fileName: "service-worker.js", source });
      },
    },
  };
}
