import { lazy } from "react";

export const spotCheckDraws = {
  name: "spot-check-draws",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
