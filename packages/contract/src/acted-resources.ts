/** Records that have a page with acts, by the resource in their address. */
export const actedResources = [
  "rounds",
  "applications",
  "organizations",
  "reviews",
  "experts",
  "notices",
  "objections",
  "complaints",
  "certifications",
  "inspections",
  "spot-check-draws",
  "sanctions",
  "interpretations",
  "organization-changes",
  "reports",
  "packages",
  "obligations",
  "deliveries",
] as const;
export type ActedResource = (typeof actedResources)[number];
