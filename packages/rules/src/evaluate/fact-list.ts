import type { FactCollector } from "../operators/model.ts";

/** So many facts have their bits in one number: a small one, which every engine holds in place. */
const ofNumber = 30;

/** Facts gathered in the order worth asking. Used again and again, since most gatherings end empty. */
export class FactList implements FactCollector {
  private readonly rankOf: Uint16Array;
  private readonly ids: readonly string[];
  private readonly bits: number[];

  /** @param ids by fact; @param order the rank of each fact, no two alike */
  constructor(ids: readonly string[], order: readonly number[]) {
    const byRank = ids.map((_, fact) => fact).sort((left, right) => (order[left] as number) - (order[right] as number));
    this.rankOf = new Uint16Array(ids.length);
    for (const [rank, fact] of byRank.entries()) this.rankOf[fact] = rank;
    this.ids = byRank.map((fact) => ids[fact] as string);
    this.bits = Array.from({ length: Math.ceil(ids.length / ofNumber) }, () => 0);
  }

  get isEmpty(): boolean {
    return this.bits.every((bits) => bits === 0);
  }

  add(fact: number): void {
    const rank = this.rankOf[fact] as number;
    (this.bits[Math.floor(rank / ofNumber)] as number) |= 1 << (rank % ofNumber);
  }

  addAll({ bits }: FactList): void {
    for (let at = 0; at < bits.length; at++) (this.bits[at] as number) |= bits[at] as number;
  }

  /** Writes what is in it to that place among others written so, for `addFrom` of a list of the same facts. */
  writeTo(written: number[], place: number): void {
    const { bits } = this;
    for (let at = 0; at < bits.length; at++) written[place * bits.length + at] = bits[at] as number;
  }

  addFrom(written: readonly number[], place: number): void {
    const { bits } = this;
    const from = place * bits.length;
    for (let at = 0; at < bits.length; at++) (bits[at] as number) |= written[from + at] as number;
  }

  names(): string[] {
    const { bits, ids } = this;
    const names: string[] = [];
    for (let at = 0; at < bits.length; at++) {
      // Takes the lowest bit away until none is left.
      for (let rest = bits[at] as number; rest !== 0; rest &= rest - 1) {
        names.push(ids[at * ofNumber + 31 - Math.clz32(rest & -rest)] as string);
      }
    }
    return names;
  }

  clear(): void {
    for (let at = 0; at < this.bits.length; at++) this.bits[at] = 0;
  }
}
