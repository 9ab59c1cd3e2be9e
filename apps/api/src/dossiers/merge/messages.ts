/** A file to be bound in, and where its bookmark stands. */
export interface Part {
  /** The bookmark under which it stands, shared by the files of one material. */
  readonly group: string;
  /** The bookmark of the file itself; empty where the group is one file. */
  readonly title: string;
  readonly path: string;
  readonly mediaType: string;
}

/** First what there is, then how many sheets go in front of it, and then, with those, the binding. */
export type MergeOrder =
  | { readonly step: "inspect"; readonly parts: readonly Part[] }
  | { readonly step: "count"; readonly path: string }
  | {
      readonly step: "bind";
      readonly front: string;
      readonly frontTitle: string;
      readonly title: string;
      readonly day: string;
      readonly into: string;
    };

export type MergeAnswer =
  /** The pages of each part in the order given; null for one that cannot be bound. */
  | { readonly inspected: readonly (number | null)[] }
  | { readonly counted: number }
  | { readonly bound: number }
  | { readonly problem: string };
