/** How far the demonstration's data are. */
export type Progress = {
  readonly state: "preparing" | "ready" | "failed";
  readonly done: number;
  readonly total: number;
};

/** Tells how far they are; null where none are made. */
export type ReadProgress = () => Progress | null;
