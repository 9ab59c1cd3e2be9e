import type { StaffRole } from "@shifan/rules";

/** Reviews are a person's own: an expert is replaced by another assignment, and never by another person on the same one. */
export const canBeHandedOver = (role: StaffRole): boolean => role !== "expert";
