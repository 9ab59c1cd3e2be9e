import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

/** The oldest browsers the portal runs in; below them index.html stays as the readable page it is. */
export const browserTargets = ["chrome100", "edge100", "safari15.4"];

export default defineConfig({
  plugins: [react()],
  build: {
    target: browserTargets,
    // The content security policy is strict 'self': nothing may be inlined as data: or as a script in the page.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": "http://127.0.0.1:3000" } },
});
