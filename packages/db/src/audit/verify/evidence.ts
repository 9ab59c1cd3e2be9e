import { type Checkpoint, isSignedByItsKey } from "../checkpoints.ts";
import type { Hash } from "../merkle.ts";
import { BrokenTrail, type CheckpointSource } from "./breaks.ts";

type Kept = { source: CheckpointSource; checkpoint: Checkpoint };

/** Every signed checkpoint there is, in the database and outside, in the order of size. */
export class Evidence {
  readonly #kept: Kept[];
  readonly #publicKeys: readonly string[];
  #next = 0;

  constructor(bySource: Readonly<Record<CheckpointSource, readonly Checkpoint[]>>, publicKeys: readonly string[]) {
    const sources = Object.entries(bySource) as [CheckpointSource, readonly Checkpoint[]][];
    this.#kept = sources
      .flatMap(([source, checkpoints]) => checkpoints.map((checkpoint) => ({ source, checkpoint })))
      .sort((left, right) => left.checkpoint.size - right.checkpoint.size);
    this.#publicKeys = publicKeys;
  }

  /**
   * Holds the tree, when it has reached a size, against every checkpoint of that size.
   *
   * @param root called only where there is one
   * @throws BrokenTrail
   */
  check(size: number, root: () => Hash): void {
    for (let kept = this.#kept[this.#next]; kept?.checkpoint.size === size; kept = this.#kept[this.#next]) {
      this.#next += 1;
      const { source, checkpoint } = kept;
      this.#checkSignature(kept);
      if (checkpoint.root !== root()) throw new BrokenTrail({ code: "root_mismatch", source, size });
    }
  }

  /** When the tree has no more leaves there must be no more checkpoints. @throws BrokenTrail */
  checkEnd(present: number): void {
    for (const kept of this.#kept.slice(this.#next)) {
      this.#checkSignature(kept);
      throw new BrokenTrail({ code: "tail_missing", source: kept.source, size: kept.checkpoint.size, present });
    }
  }

  #checkSignature({ source, checkpoint }: Kept): void {
    const { size, publicKey } = checkpoint;
    if (!this.#publicKeys.includes(publicKey)) throw new BrokenTrail({ code: "key_unknown", source, size, publicKey });
    if (!isSignedByItsKey(checkpoint)) throw new BrokenTrail({ code: "signature_invalid", source, size });
  }
}
