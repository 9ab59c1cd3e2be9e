import { lazy } from "react";

export const interpretations = {
  name: "interpretations",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
