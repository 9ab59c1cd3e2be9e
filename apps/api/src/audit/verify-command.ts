import {
  type AuditVerification,
  type Checkpoint,
  createAuditKeys,
  DatabaseRefusal,
  openExistingDatabase,
  type TrackedResource,
  trackedRecords,
  verifyAudit,
} from "@shifan/db";
import { parseKeys } from "../keys.ts";
import { locateDatabase } from "../location.ts";
import { findSecret } from "../secrets.ts";
import { SettingError } from "../setting.ts";
import { readDataSettings } from "../settings.ts";
import { checkpointFileOf, readCheckpointFile } from "./checkpoint-file.ts";
import { describeBroken, describeSound } from "./describe-verification.ts";

const usage = `用法：npm run audit:verify [-- 检查点文件]

不用启动服务，从第一条审计条目核对到每份记录现在的样子，数据库和文件都不改动。
检查点文件：以前从 /api/v1/public/audit/checkpoint 存下的一个检查点，或一行一个检查点的文件；
给出时还要证明：现在的审计条目是从那时接着写下来的。
内置数据库要先停止服务；用 PostgreSQL 的不用停。

返回：0 完整；1 有改动，写明最先发现的一处；2 参数或环境不合用，没有核对。`;

type Environment = Readonly<Record<string, string | undefined>>;
type Print = { out: (text: string) => void; error: (text: string) => void };

/** Why nothing could be verified, in one line. */
class Unusable extends Error {
  override readonly name = "Unusable";
}

/**
 * `npm run audit:verify`.
 *
 * @returns the exit code: 0 sound, 1 broken, 2 not verified
 */
export async function verifyCommand(
  args: readonly string[],
  environment: Environment,
  print: Print,
  resources: readonly TrackedResource[] = trackedRecords,
): Promise<0 | 1 | 2> {
  if (args.includes("--help") || args.includes("-h")) {
    print.out(usage);
    return 0;
  }
  try {
    const given = readGiven(args);
    const result = await verify(environment, given, resources);
    print.out(result.sound ? describeSound(result, given) : describeBroken(result));
    return result.sound ? 0 : 1;
  } catch (cause) {
    const isForTheOperator =
      cause instanceof Unusable || cause instanceof SettingError || cause instanceof DatabaseRefusal;
    if (!isForTheOperator) throw cause;
    print.error(cause.message);
    return 2;
  }
}

/** The checkpoints of the file on the command line; null without one. */
function readGiven(args: readonly string[]): readonly Checkpoint[] | null {
  const [file, ...others] = args;
  if (file === undefined) return null;
  if (others.length > 0) throw new Unusable(`只能给出一个检查点文件，现在有${args.length}个；用 --help 查看用法`);
  if (file.startsWith("-")) throw new Unusable(`没有 ${file} 这个选项；用 --help 查看用法`);
  const read = readCheckpointFile(file);
  if (!read.readable) {
    throw new Unusable(read.line === null ? `读不到检查点文件 ${file}` : `文件 ${file} 第${read.line}行不是检查点`);
  }
  if (read.checkpoints.length === 0) throw new Unusable(`文件 ${file} 里没有检查点`);
  return read.checkpoints;
}

async function verify(
  environment: Environment,
  given: readonly Checkpoint[] | null,
  resources: readonly TrackedResource[],
): Promise<AuditVerification> {
  const settings = readDataSettings(environment);
  const { publicKeys } = createAuditKeys(settings.auditKeys ?? findKeys(settings.dataDirectory));
  // Before the database is looked at: a server that runs on writes to it first.
  const file = readKept(checkpointFileOf(settings.dataDirectory));
  const opened = await openExistingDatabase(locateDatabase(settings));
  try {
    return await verifyAudit(opened.database, { publicKeys, resources, file, given: given ?? [] });
  } finally {
    await opened.close();
  }
}

function findKeys(dataDirectory: string): readonly Buffer[] {
  const keys = parseKeys(findSecret(dataDirectory, "audit-key") ?? "");
  if (keys === null)
    throw new Unusable(`没有密钥可以核对签名：请设置 AUDIT_KEY，或检查 DATA_DIR（现在是 ${dataDirectory}）`);
  return keys;
}

function readKept(file: string): readonly Checkpoint[] | null {
  const read = readCheckpointFile(file);
  if (read.readable) return read.checkpoints;
  if (read.line !== null) throw new Unusable(`检查点文件 ${file} 第${read.line}行读不成检查点；请用备份恢复这个文件`);
  return null;
}
