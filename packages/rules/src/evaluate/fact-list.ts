import type { FactCollector } from "../operators/model.ts";

/** Facts gathered in the order worth asking. Used again and again, since most gatherings end empty. */
export class FactList implements FactCollector {
  size = 0;
  private readonly rankOf: Uint16Array;
  private readonly ids: readonly string[];
  private readonly isIn: Uint8Array;
  private first: number;
  private last = -1;

  /** @param ids by fact; @param order the rank of each fact, no two alike */
  constructor(ids: readonly string[], order: readonly number[]) {
    const byRank = ids.map((_, fact) => fact).sort((left, right) => (order[left] as number) - (order[right] as number));
    this.rankOf = new Uint16Array(ids.length);
    for (const [rank, fact] of byRank.entries()) this.rankOf[fact] = rank;
    this.ids = byRank.map((fact) => ids[fact] as string);
    this.isIn = new Uint8Array(ids.length);
    this.first = ids.length;
  }

  add(fact: number): void {
    this.addRank(this.rankOf[fact] as number);
  }

  addRanks(ranks: readonly number[]): void {
    for (let at = 0; at < ranks.length; at++) this.addRank(ranks[at] as number);
  }

  /** What is in it, for `addRanks` of a list of the same facts. */
  ranks(): number[] {
    const ranks: number[] = [];
    for (let rank = this.first; rank <= this.last; rank++) if (this.isIn[rank]) ranks.push(rank);
    return ranks;
  }

  names(): string[] {
    const names: string[] = [];
    for (let rank = this.first; rank <= this.last; rank++) if (this.isIn[rank]) names.push(this.ids[rank] as string);
    return names;
  }

  clear(): void {
    if (this.size === 0) return;
    this.isIn.fill(0, this.first, this.last + 1);
    this.first = this.ids.length;
    this.last = -1;
    this.size = 0;
  }

  private addRank(rank: number): void {
    if (this.isIn[rank]) return;
    this.isIn[rank] = 1;
    this.size++;
    if (rank < this.first) this.first = rank;
    if (rank > this.last) this.last = rank;
  }
}
