import type { MaterialResult } from "../assessment/schema.ts";
import type { Case } from "./case.ts";
import type { Material } from "./materials.ts";
import { RowBuilder, type Subject } from "./row-builder.ts";
import type { Rows } from "./rows.ts";

interface Kept {
  readonly row: number;
  readonly result: MaterialResult;
}

/** So many results are kept of a material; a power of two. */
const mostKept = 256;

/** A material and the rows of its papers, from which everything follows that is shown of it. */
class KeptMaterial {
  private readonly material: Material;
  private readonly papers: readonly Subject[] | null;
  private readonly kept: (Kept | undefined)[] = Array.from({ length: mostKept }, () => undefined);

  constructor(material: Material, builder: RowBuilder) {
    this.material = material;
    const subjects = material.papers.map((paper) => builder.subject(paper.tests));
    this.papers = subjects.every((subject) => subject !== null) ? subjects : null;
  }

  describe(facts: Case, rows: Int32Array): MaterialResult {
    const { material, papers } = this;
    if (papers === null) return material.describe(facts);
    let row = 0;
    for (let at = 0; at < papers.length; at++) {
      const { index, start, rowCount } = papers[at] as Subject;
      row = row * rowCount + (rows[index] as number) - start;
    }
    const place = row & (mostKept - 1);
    const known = this.kept[place];
    if (known !== undefined && known.row === row) return known.result;
    const result = material.describe(facts);
    for (const shared of [result, result.reasons, result.parts, ...result.parts]) Object.freeze(shared);
    this.kept[place] = { row, result };
    return result;
  }
}

/** Describes the materials, once for all applicants whose papers stand alike. Equal results are one object, not to be changed. */
export class KeptMaterials {
  private readonly materials: readonly KeptMaterial[];
  private readonly rows: Int32Array;
  private readonly columns: Rows;

  constructor(materials: readonly Material[]) {
    const builder = new RowBuilder();
    this.materials = materials.map((material) => new KeptMaterial(material, builder));
    this.columns = builder.build();
    this.rows = new Int32Array(this.columns.subjectCount);
  }

  describe(facts: Case): MaterialResult[] {
    const { rows } = this;
    this.columns.run(facts, rows);
    return this.materials.map((material) => material.describe(facts, rows));
  }
}
