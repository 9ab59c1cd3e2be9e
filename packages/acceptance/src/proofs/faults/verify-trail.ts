import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { startProgram } from "../../program.ts";
import { bundles } from "../../repository.ts";

/** What the audit trail does not speak of. */
const besideTheTrail = new Set(["files", "uploads"]);

/**
 * Takes a copy of a data folder that no server has open, so that the server finds it afterwards as it was. The result proves the audit trail in
 * the copy (on PostgreSQL in the database itself): every record is as its last entry says, and none is without one.
 * @throws Error (the result does) with what the verification says, when the trail is not whole
 */
export async function prepareTrail(
  dataDirectory: string,
  databaseUrl: string | undefined,
): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "shifan-trail-"));
  await cp(dataDirectory, folder, {
    recursive: true,
    filter: (path) => !besideTheTrail.has(relative(dataDirectory, path)),
  });
  return async () => {
    try {
      const database = databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl };
      const { ended, output } = startProgram(bundles.auditVerify, { DATA_DIR: folder, ...database });
      if ((await ended) !== 0) throw new Error(`the audit trail is not whole: ${output.stdout}${output.stderr}`);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  };
}
