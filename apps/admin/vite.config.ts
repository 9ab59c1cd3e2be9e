import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";
import { pdfScript, shipPdfParts } from "./build/pdf-parts.ts";
import { shipServiceWorker } from "./build/service-worker.ts";

export default defineConfig({
  // The server has the console below this address.
  base: "/admin/",
  plugins: [react(), shipPdfParts(), shipServiceWorker()],
  resolve: { alias: [{ find: /^pdfjs-dist$/, replacement: pdfScript }] },
  build: {
    target: ["chrome100", "edge100", "safari15.4"],
    // The content security policy is strict 'self': nothing may be inlined as data: or as a script in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { port: 5174, proxy: { "/api": "http://127.0.0.1:3000", "/mark.svg": "http://127.0.0.1:3000" } },
});
