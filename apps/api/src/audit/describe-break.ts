import type { AuditBreak, CheckpointSource } from "@shifan/db";

type Described = { what: string; means: string };

const sources: Readonly<Record<CheckpointSource, string>> = {
  database: "数据库里",
  file: "检查点文件里",
  given: "所给文件里",
};

const at = (position: number | null) => (position === null ? "（还没有编入）" : `（位置 ${position}）`);

/** What was found, by name, and what it means. */
export function describeBreak(found: AuditBreak): Described {
  switch (found.code) {
    case "entry_changed":
      return {
        what: `条目 ${found.entryId}${at(found.position)}的 ${found.fields.join("、")} 与当时写下的不同`,
        means: "这条审计条目写下之后被改过",
      };
    case "leaf_mismatch":
      return {
        what: `条目 ${found.entryId}${at(found.position)}的全文与编入时的指纹不同`,
        means: "这条审计条目编入之后被改过，或者指纹被改过",
      };
    case "entry_missing":
      return { what: `条目 ${found.entryId}${at(found.position)}不在了`, means: "这条审计条目被删除了" };
    case "position_missing":
      return { what: `位置 ${found.position} 没有条目`, means: "这个位置的审计条目连同指纹被删除了" };
    case "entry_outside":
      return {
        what: `条目 ${found.entryId} 没有编入，也不在等候编入的名单里`,
        means: "这条审计条目是绕过系统写入的，或者它的编入被抹掉了",
      };
    case "node_changed":
      return {
        what: `第 ${found.level} 层第 ${found.index} 个中间指纹与条目不符`,
        means: "审计条目没有变，中间指纹被改过，对外出具的证明会不成立",
      };
    case "nodes_surplus":
      return { what: `多出 ${found.surplus} 个中间指纹`, means: "末尾的审计条目可能被截去，中间指纹还留着" };
    case "root_mismatch":
      return {
        what: `前 ${found.size} 条算出的根，与${sources[found.source]}签署的检查点不同`,
        means: `前 ${found.size} 条当中有条目在签署之后被改过、删过或换过，其余部分被重新编过`,
      };
    case "signature_invalid":
      return {
        what: `${sources[found.source]} ${found.size} 条的检查点，签名不成立`,
        means: "检查点被改过，或者审计条目在没有密钥的情况下被重新编过",
      };
    case "key_unknown":
      return {
        what: `${sources[found.source]} ${found.size} 条的检查点，由不认识的公钥 ${found.publicKey} 签署`,
        means: "检查点不是本系统签署的；如果换过 AUDIT_KEY，请把旧的密钥用逗号接在后面再核对一次",
      };
    case "tail_missing":
      return {
        what: `${sources[found.source]}的检查点到第 ${found.size} 条，现在只有 ${found.present} 条`,
        means: "末尾的审计条目被截去了，或者数据退回到了较早的备份",
      };
    case "checkpoint_file_missing":
      return {
        what: "DATA_DIR 里没有检查点文件 audit/checkpoints.jsonl",
        means: "末尾有没有被截去，没有东西可以对照；请在命令后面给出一份保存在别处的检查点",
      };
    case "record_changed":
      return {
        what: `${found.resource} 的记录 ${found.recordId} 与最新的审计条目 ${found.entryId}${at(found.position)}不符`,
        means: "这份记录绕过系统被改过，没有留下审计条目",
      };
    case "record_unrecorded":
      return {
        what: `${found.resource} 的记录 ${found.recordId} 没有任何审计条目`,
        means: "这份记录是绕过系统写入的",
      };
    case "record_missing":
      return {
        what: `${found.resource} 的记录 ${found.recordId} 不在了，最新的审计条目是 ${found.entryId}${at(found.position)}`,
        means: "这份记录绕过系统被删除了",
      };
    case "change_altered":
      return {
        what: `${found.resource} 的记录 ${found.recordId}，从现在倒推到审计条目 ${found.entryId}，与当时写下的不符`,
        means: "这份记录在两次办理之间绕过系统被改过，或者留存的改动内容被改过",
      };
    case "record_unreadable":
      return {
        what: `${found.resource} 里有一份记录的个人信息不是系统封存的样子`,
        means: "这份个人信息绕过系统被改过",
      };
  }
}
