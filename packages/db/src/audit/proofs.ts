import { type Hash, hashNode, type Range, splitOf } from "./merkle.ts";

/*
 * Proofs of RFC 6962, sections 2.1.1 and 2.1.2: which ranges' hashes a proof consists of, in its order, and how it is checked (the checks are the
 * algorithms of RFC 9162, sections 2.1.3.2 and 2.1.4.2, which need no recursion).
 */

/** What proves that the leaf at a position is in a tree. @throws RangeError when it is not within the tree */
export function inclusionRanges(position: number, size: number): Range[] {
  if (!(position >= 0 && position < size)) throw new RangeError(`there is no leaf ${position} among ${size}`);
  return pathTo(position, { start: 0, end: size });
}

function pathTo(position: number, { start, end }: Range): Range[] {
  if (end - start === 1) return [];
  const middle = start + splitOf(end - start);
  return position < middle
    ? [...pathTo(position, { start, end: middle }), { start: middle, end }]
    : [...pathTo(position, { start: middle, end }), { start, end: middle }];
}

/** What proves that a tree goes on from a smaller one. @throws RangeError when it is not smaller, or empty */
export function consistencyRanges(from: number, to: number): Range[] {
  if (!(from >= 1 && from <= to)) throw new RangeError(`a tree of ${to} does not go on from one of ${from}`);
  return subproof(from, { start: 0, end: to }, true);
}

function subproof(end: number, range: Range, isWholeTree: boolean): Range[] {
  if (end === range.end) return isWholeTree ? [] : [range];
  const middle = range.start + splitOf(range.end - range.start);
  return end <= middle
    ? [...subproof(end, { start: range.start, end: middle }, isWholeTree), { start: middle, end: range.end }]
    : [...subproof(end, { start: middle, end: range.end }, false), { start: range.start, end: middle }];
}

export type InclusionProof = { position: number; size: number; leafHash: Hash; path: readonly Hash[] };
export type ConsistencyProof = { from: number; to: number; path: readonly Hash[] };

const isOdd = (value: number) => value % 2 === 1;
const halve = (value: number) => Math.floor(value / 2);

/** Whether a proof leads from its leaf to this root. */
export function verifyInclusion({ position, size, leafHash, path }: InclusionProof, root: Hash): boolean {
  if (!(position >= 0 && position < size)) return false;
  let [index, last, hash] = [position, size - 1, leafHash];
  for (const sibling of path) {
    if (last === 0) return false;
    if (isOdd(index) || index === last) {
      hash = hashNode(sibling, hash);
      while (!isOdd(index) && index !== 0) [index, last] = [halve(index), halve(last)];
    } else {
      hash = hashNode(hash, sibling);
    }
    [index, last] = [halve(index), halve(last)];
  }
  return last === 0 && hash === root;
}

/** Whether a proof shows that the larger tree begins with all of the smaller one. */
export function verifyConsistency({ from, to, path }: ConsistencyProof, fromRoot: Hash, toRoot: Hash): boolean {
  if (from === to) return path.length === 0 && fromRoot === toRoot;
  if (!(from >= 1 && from < to)) return false;
  const isPowerOfTwo = splitOf(from * 2) === from;
  const [first, ...others] = isPowerOfTwo ? [fromRoot, ...path] : path;
  if (first === undefined || others.length === 0) return false;
  let [index, last] = [from - 1, to - 1];
  while (isOdd(index)) [index, last] = [halve(index), halve(last)];
  let [smaller, larger] = [first, first];
  for (const sibling of others) {
    if (last === 0) return false;
    if (isOdd(index) || index === last) {
      [smaller, larger] = [hashNode(sibling, smaller), hashNode(sibling, larger)];
      while (!isOdd(index) && index !== 0) [index, last] = [halve(index), halve(last)];
    } else {
      larger = hashNode(larger, sibling);
    }
    [index, last] = [halve(index), halve(last)];
  }
  return last === 0 && smaller === fromRoot && larger === toRoot;
}
