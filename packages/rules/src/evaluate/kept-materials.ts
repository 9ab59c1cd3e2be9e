import type { MaterialResult } from "../assessment/schema.ts";
import type { Case } from "./case.ts";
import { isInHand, type Material } from "./materials.ts";
import { PaperStandings, UNTOLD } from "./paper-standings.ts";
import { RowBuilder, type Subject } from "./row-builder.ts";
import type { Rows } from "./rows.ts";

interface Kept {
  readonly row: number;
  readonly result: MaterialResult;
}

/** What is shown of all materials while their papers stand in one way. */
interface KeptList {
  readonly standing: number;
  /** Null where a paper is in hand that is checked. */
  readonly results: MaterialResult[] | null;
}

/** So many results are kept of a material, and so many lists of all; a power of two. */
const mostKept = 256;
const placeShift = 32 - Math.log2(mostKept);

/** A material and the rows of its papers, from which everything follows that is shown of it. */
class KeptMaterial {
  readonly material: Material;
  private readonly papers: readonly Subject[] | null;
  private readonly kept: (Kept | undefined)[] = Array.from({ length: mostKept }, () => undefined);

  constructor(material: Material, builder: RowBuilder) {
    this.material = material;
    const subjects = material.papers.map((paper) =>
      builder.subject([...paper.standing, ...paper.checks.map(({ test }) => test)]),
    );
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
  private readonly columns: Rows;
  private readonly rows: Int32Array;
  private readonly standings: PaperStandings;
  private readonly lists: (KeptList | undefined)[] = Array.from({ length: mostKept }, () => undefined);

  constructor(materials: readonly Material[]) {
    const builder = new RowBuilder();
    this.materials = materials.map((material) => new KeptMaterial(material, builder));
    this.columns = builder.build();
    this.rows = new Int32Array(this.columns.subjectCount);
    this.standings = new PaperStandings(materials.flatMap(({ papers }) => papers));
  }

  describe(facts: Case): MaterialResult[] {
    const standing = this.standings.of(facts);
    if (standing === UNTOLD) return this.describeEach(facts);
    const place = Math.imul(standing ^ (standing / 2 ** 32), 0x9e3779b1) >>> placeShift;
    let kept = this.lists[place];
    if (kept === undefined || kept.standing !== standing) {
      kept = { standing, results: this.describeAlike(facts) };
      this.lists[place] = kept;
    }
    return kept.results ?? this.describeEach(facts);
  }

  /** What all are shown whose papers are needed and in hand alike; null where checks have a say. */
  private describeAlike(facts: Case): MaterialResult[] | null {
    const papers = this.materials.flatMap(({ material }) => material.papers);
    if (papers.some((paper) => paper.checks.length > 0 && isInHand(paper.status(facts)))) return null;
    const results = this.describeEach(facts);
    Object.freeze(results);
    return results;
  }

  private describeEach(facts: Case): MaterialResult[] {
    const { materials, columns, rows } = this;
    columns.run(facts, rows);
    return materials.map((material) => material.describe(facts, rows));
  }
}
