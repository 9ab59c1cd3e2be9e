import { lazy } from "react";

export const officeGroups = {
  name: "office-groups",
  list: lazy(() => import("./page.tsx")),
};
