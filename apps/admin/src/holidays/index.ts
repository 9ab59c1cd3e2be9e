import { lazy } from "react";

export const holidays = {
  name: "holidays",
  list: lazy(() => import("./page.tsx")),
};
