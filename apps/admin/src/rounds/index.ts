import { lazy } from "react";

export const rounds = {
  name: "rounds",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
