import type { ExportResult } from '../../../shared/contract/contract.ts';
import { formatPoints } from '../../../shared/values/points.ts';
import { authorityName } from '../../../shared/standard/authority.ts';
import { packageName } from '../../../shared/standard/basis.ts';
import { officialNeeded } from '../../../shared/eligibility/verdict.ts';
import { PrintSheet } from '../../ui/PrintSheet.tsx';
import { showBytes } from '../../ui/show.ts';
import { useOpen } from '../../state/derived.ts';
import './seal-sheet.css';

/** 封签单: one page that the unit stamps and hands in on paper; its code proves which package was meant. */
export function SealSheet({ result, onClose }: { result: ExportResult; onClose: () => void }) {
  const { assessment, standard } = useOpen();
  const name = packageName(standard);
  const previous = result.previousRevision;
  const rows: [string, string][] = [
    ['单位', assessment.unit.name],
    ['参加的活动', assessment.campaign.title],
    ['导出日期', result.date],
    ['版次', `第 ${result.revision} 版${previous === undefined ? '' : `（上一版：第 ${previous} 版）`}`],
    [`${name}编号`, result.packageId],
    ['验收标准', `${standard.title} ${standard.edition}，${authorityName(standard)}`],
    ['自评总分', `${formatPoints(result.selfScore)} 分`],
    ['文件名', result.fileName],
    ['大小', `${showBytes(result.bytes)}（${result.bytes} 字节），${result.files} 个文件`],
  ];
  return (
    <PrintSheet title="封签单" of={assessment.unit.name} onClose={onClose}>
      <article className="export-seal-sheet" aria-label="封签单">
        <h1>{name}封签单</h1>
        {name === '自查包' && <p className="export-seal-mark">自查，{officialNeeded(assessment.campaign)}</p>}
        {result.draft && <p className="export-seal-mark">草稿，不能用于报送</p>}
        {assessment.sample && <p className="export-seal-mark">示例，内容均为虚构</p>}
        <table>
          <tbody>
            {rows.map(([label, value]) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        {standard.statement && <p className="export-seal-statement">{standard.statement}</p>}
        <div className="export-seal-box">
          <div>封签码</div>
          <strong>{result.sealCode}</strong>
          <div>接收单位打开{name}时显示的封签码应与此一致；不一致说明不是这一份。</div>
        </div>
        <div className="export-seal-signatures">
          <span>单位（盖章）：</span>
          <span>经办人：</span>
          <span>日期：　　　　年　　月　　日</span>
        </div>
      </article>
    </PrintSheet>
  );
}
