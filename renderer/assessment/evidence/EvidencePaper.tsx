import type { Evidence } from '../../../shared/assessment/schema.ts';
import { kindWords } from '../../items/evidence/file-kind.ts';
import { PrintHead } from '../../ui/Printed.tsx';
import { showBytes, showTime } from '../../ui/show.ts';
import type { Use } from './uses.ts';

interface Props {
  readonly evidence: readonly Evidence[];
  readonly uses: ReadonlyMap<string, readonly Use[]>;
  /** How many and how much. */
  readonly count: string;
}

/** 佐证材料 on paper: every file that is shown, in a line. */
export function EvidencePaper({ evidence, uses, count }: Props) {
  return (
    <>
      <PrintHead />
      <p>{count}</p>
      <table className="ui-paper">
        <thead>
          <tr>
            <th>名称</th>
            <th>文件</th>
            <th>类型</th>
            <th>大小</th>
            <th>添加时间</th>
            <th>用于</th>
          </tr>
        </thead>
        <tbody>
          {evidence.map(({ sha256, label, fileName, bytes, addedAt }) => (
            <tr key={sha256}>
              <td>{label}</td>
              <td>{fileName}</td>
              <td className="ui-paper-short">{kindWords(fileName)}</td>
              <td className="ui-paper-short">{showBytes(bytes)}</td>
              <td className="ui-paper-short">{showTime(addedAt)}</td>
              <td>{usedFor(uses.get(sha256) ?? [])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}

function usedFor(uses: readonly Use[]): string {
  return uses.map(({ kind, code, title }) => (kind === 'entry' ? code : title)).join('、') || '未关联';
}
