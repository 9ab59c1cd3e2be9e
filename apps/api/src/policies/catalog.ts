import { type Database, listPolicyVersions } from "@shifan/db";
import { compilePolicy, type Policy, type PolicyDocument, supplementDocument } from "@shifan/rules";
import type { Log } from "../log.ts";

/**
 * The published policy versions, compiled, each with what it lacked of the procedure and its shipped edition states. Versions never change, so compiled ones are kept; what is new in the database (another process of a
 * newer release may have published it) is picked up within half a minute.
 */
export type PolicyCatalog = {
  all(): readonly Policy[];
  /** One version; looks into the database when it is not known here. */
  find(policyId: string, version: number): Promise<Policy | null>;
};

const refreshMilliseconds = 30_000;

export async function openPolicyCatalog(options: {
  database: Database;
  machine: () => Date;
  log: Log;
  /** The editions that this release ships. */
  shipped: readonly PolicyDocument[];
}): Promise<PolicyCatalog> {
  const { database, machine, log, shipped } = options;
  const compiled = new Map<string, Policy | null>();
  let policies: readonly Policy[] = [];
  let refreshedAt = 0;

  async function refresh(): Promise<void> {
    refreshedAt = machine().getTime();
    for (const { document } of await listPolicyVersions(database)) {
      const key = keyOf(document.id, document.version);
      if (!compiled.has(key)) compiled.set(key, compile(supplement(document), log));
    }
    policies = [...compiled.values()].filter((policy) => policy !== null);
  }

  /** A round that opened under an older edition of its version goes on with it; the acts that came later need what it did not state yet. */
  function supplement(kept: PolicyDocument): unknown {
    const edition = shipped.find(({ id, version }) => id === kept.id && version === kept.version);
    if (edition === undefined) return kept;
    const { document, added } = supplementDocument(kept, edition);
    const { id: policy, version } = kept;
    if (added.length > 0) {
      log.info({ policy, version, added }, "a published policy version is completed from its shipped edition");
    }
    return document;
  }

  await refresh();
  return {
    all: () => {
      if (machine().getTime() >= refreshedAt + refreshMilliseconds) {
        refresh().catch((cause) => log.error({ err: cause }, "the policy versions could not be read again"));
      }
      return policies;
    },
    find: async (policyId, version) => {
      const key = keyOf(policyId, version);
      if (!compiled.has(key)) await refresh();
      return compiled.get(key) ?? null;
    },
  };
}

function keyOf(policyId: string, version: number): string {
  return `${policyId}@${version}`;
}

/** A version written for a newer release may use what this one does not know: it is left to the processes that do. */
function compile(document: unknown, log: Log): Policy | null {
  try {
    return compilePolicy(document);
  } catch (cause) {
    log.error({ err: cause }, "a published policy version cannot be used by this release");
    return null;
  }
}
