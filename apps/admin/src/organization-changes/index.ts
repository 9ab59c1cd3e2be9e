import { lazy } from "react";

export const organizationChanges = {
  name: "organization-changes",
  list: lazy(() => import("./list.tsx")),
  show: lazy(() => import("./page.tsx")),
};
