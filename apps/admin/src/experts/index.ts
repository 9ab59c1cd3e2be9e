import { lazy } from "react";

export const experts = {
  name: "experts",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
