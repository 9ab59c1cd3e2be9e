import { compilePolicy } from "@shifan/rules";
import { shippedPolicies } from "@shifan/rules/shipped";
import type { AnnexOptions } from "../../src/documents/annexes/annex.ts";
import { stampOf } from "../../src/documents/description/stamp.ts";
import { policyId } from "../app.ts";

const document = shippedPolicies.find(({ id }) => id === policyId);
if (document === undefined) throw new Error(`No shipped policy ${policyId}`);

/** The forms of the shipped Zhengzhou policy. */
export const { forms } = compilePolicy(document);

export const stamped: AnnexOptions = {
  // The code of {} is 8G9PZ8TN.
  stamp: stampOf({}, 12),
  demonstration: false,
  madeOn: "2026-09-14",
  placesMarked: false,
};
