import type { Application } from "@shifan/contract";
import type { Tagged } from "../../api/data-provider.ts";

/** An application with the tag of the state in which it was read. */
export type Case = Application & Tagged;
