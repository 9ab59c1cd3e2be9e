import type { Application } from "@shifan/contract";
import type { Tagged } from "../api/data-provider.ts";

/** A case with the tag of its state. */
export type Case = Application & Tagged;
