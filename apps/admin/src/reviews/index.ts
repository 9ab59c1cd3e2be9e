import { lazy } from "react";

export const reviews = {
  name: "reviews",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
