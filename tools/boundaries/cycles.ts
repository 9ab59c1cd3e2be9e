import { posix } from "node:path";
import type { Module } from "./workspaces.ts";

/** For each file the files it imports, by relative path; type imports count. */
function importGraph(modules: readonly Module[]): Map<string, string[]> {
  const known = new Set(modules.map(({ path }) => path));
  return new Map(
    modules.map(({ path, imports }) => [
      path,
      imports
        .filter(({ text }) => text.startsWith("."))
        .map(({ text }) => posix.join(posix.dirname(path), text))
        .filter((target) => known.has(target)),
    ]),
  );
}

/** The shortest way from a file back to itself; null where there is none. */
function wayBack(start: string, graph: ReadonlyMap<string, readonly string[]>): string[] | null {
  const cameFrom = new Map<string, string>();
  const queue = [start];
  for (const file of queue) {
    for (const next of graph.get(file) ?? []) {
      if (next === start) {
        const way = [file];
        for (let at = cameFrom.get(file); at !== undefined; at = cameFrom.get(at)) way.unshift(at);
        return way;
      }
      if (!cameFrom.has(next)) {
        cameFrom.set(next, file);
        queue.push(next);
      }
    }
  }
  return null;
}

/** Every circle of imports among these files, each once, written as a way. */
export function importCycles(modules: readonly Module[]): string[] {
  const graph = importGraph(modules);
  const circles = new Map<string, string>();
  for (const { path } of modules) {
    const way = wayBack(path, graph);
    if (way) {
      const key = way.toSorted().join(" ");
      if (!circles.has(key)) circles.set(key, [...way, path].join(" → "));
    }
  }
  return [...circles.values()];
}
