import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { fileOfRepository } from "../repository.ts";

/** A page of the console, by the resource it belongs to and what of it is shown. */
export interface ConsolePage {
  readonly resource: string;
  readonly view: (typeof views)[number];
}

const views = ["list", "create", "edit", "show"] as const;
const source = fileOfRepository("apps/admin/src");

/**
 * Every page of the console, from the contracts of its resources: a folder each, whose index says which pages there are. Beside them there is the
 * first page alone.
 *
 * @throws Error when the console's map names a page that no folder's index declares
 */
export async function consolePages(): Promise<readonly ConsolePage[]> {
  const folders = readdirSync(source).filter((folder) => existsSync(join(source, folder, "index.ts")));
  const pages: ConsolePage[] = [];
  const found = new Set<string>();
  for (const folder of folders) {
    const contract: Record<string, unknown> = await import(pathToFileURL(join(source, folder, "index.ts")).href);
    for (const [exported, resource] of Object.entries(contract)) {
      if (!isResource(resource)) continue;
      found.add(exported);
      pages.push(...views.filter((view) => view in resource).map((view) => ({ resource: resource.name, view })));
    }
  }
  const map = readFileSync(join(source, "app.tsx"), "utf8");
  const named = [...map.matchAll(/<Resource\b\s*(?:\{\.\.\.(\w+)\})?/g)].map(([text, exported]) => exported ?? text);
  const unknown = [
    ...named.filter((exported) => !found.has(exported)),
    ...(map.match(/<(?:CustomRoutes|Route)\b/g) ?? []),
  ];
  if (unknown.length > 0) throw new Error(`the console's map has pages of which nothing is known here: ${unknown}`);
  return pages;
}

function isResource(value: unknown): value is { readonly name: string } {
  return typeof value === "object" && value !== null && "name" in value && views.some((view) => view in value);
}

/** The address of a page below that of the console. @param id of the record that is shown, where it is one record's page */
export function addressOf({ resource, view }: ConsolePage, id: string): string {
  if (view === "list") return `/${resource}`;
  if (view === "create") return `/${resource}/create`;
  return view === "show" ? `/${resource}/${id}/show` : `/${resource}/${id}`;
}
