import { posix } from "node:path";
import type { Module } from "./workspaces.ts";

/** Folders in which people and machines keep things of their own; a repository that names one runs in one place only. */
const placeOfAMachine = /^(?:file:\/\/)?\/(?:work|home|root|Users|mnt|opt|srv)\/|^[A-Z]:\\/;

/** Whether a path that goes up, read from the file it stands in, leads out of the repository. */
function leavesTheRepository(path: string, file: string): boolean {
  return posix.join(posix.dirname(file), path).startsWith("..");
}

/** Every path that leads out of the repository, one line each. */
export function pathsOutside({ path, texts, joinedPaths }: Module): string[] {
  const named = texts.filter(({ text }) => placeOfAMachine.test(text));
  const climbed = [...texts, ...joinedPaths].filter(
    ({ text }) => text.startsWith("..") && !text.includes("\n") && leavesTheRepository(text, path),
  );
  return [...named, ...climbed].map(({ text, line }) => `${path}:${line}: ${text}`);
}
