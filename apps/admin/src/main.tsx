import createCache from "@emotion/cache";
import { CacheProvider } from "@emotion/react";
import { createRoot } from "react-dom/client";
import { App } from "./app.tsx";
import "./theme/print.css";

const root = document.getElementById("root");
if (root === null) throw new Error("index.html has no element with the id root");
// The word by which the browser knows our styles; the server puts another one into each answer.
const nonce = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? "";
const styles = createCache({ key: "css", nonce });

createRoot(root).render(
  <CacheProvider value={styles}>
    <App />
  </CacheProvider>,
);
