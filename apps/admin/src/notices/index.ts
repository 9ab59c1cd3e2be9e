import { lazy } from "react";

export const notices = {
  name: "notices",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
