import { randomUUID } from "node:crypto";
import { insertCertification } from "@shifan/db";
import type { TestApp } from "./app.ts";

export type TestTitle = {
  organizationId: string;
  validFrom: string;
  validTo: string;
  district?: string;
  platformName?: string;
  confirmedBy?: string | null;
  createdAt?: Date;
};

/** A title that existed before the product, entered and confirmed. @returns its id */
export async function addTitle({ database, clock }: TestApp, title: TestTitle): Promise<string> {
  const id = randomUUID();
  const { organizationId, validFrom, validTo, district = "410105", confirmedBy = "confirmer" } = title;
  await insertCertification(
    database,
    {
      id,
      organizationId,
      platformName: title.platformName ?? `平台${id.slice(0, 8)}`,
      platformType: "specialized",
      district,
      state: "valid",
      applicationId: null,
      roundId: null,
      documentNumber: "郑工信〔2024〕1号",
      certificateNumber: null,
      validFrom,
      validTo,
      endedOn: null,
      endServedOn: null,
      endDocumentNumber: null,
      endSource: null,
      source: "档案",
      importedBy: "importer",
      confirmedBy,
      createdAt: title.createdAt ?? clock.now(),
    },
    [],
  );
  return id;
}
