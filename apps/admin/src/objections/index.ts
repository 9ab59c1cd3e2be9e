import { lazy } from "react";

export const objections = {
  name: "objections",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
