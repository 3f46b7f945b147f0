import { useState } from 'react';
import { Button, Card, Tag } from 'antd';
import { limitWords } from '../../../../shared/campaign/limits.ts';
import { unlinkedEvidence } from '../../../../shared/assessment/unlinked-evidence.ts';
import { type Evidence, materialOf } from '../../../../shared/assessment/schema.ts';
import { EvidencePreview } from '../../../items/evidence/preview/EvidencePreview.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { showBytes } from '../../../ui/show.ts';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { useDeskFile } from '../use-desk-file.ts';

/** What the unit handed in beside its items: 汇报材料, videos, files that no item uses. To be read only. */
export function MaterialsPart() {
  const { assessment } = useOpenCandidate();
  const file = useDeskFile();
  const [shown, setShown] = useState<Evidence>();
  const loose = unlinkedEvidence(assessment);
  const list = (files: readonly { readonly evidence: Evidence; readonly about?: string }[]) => (
    <ul className="ui-file-list">
      {files.map(({ evidence, about }) => (
        <li key={evidence.sha256}>
          <span className="ui-file-name">
            {evidence.label}{' '}
            <span className="ui-muted">
              （{evidence.fileName}，{showBytes(evidence.bytes)}
              {about && `，${about}`}）
            </span>
          </span>
          <Button size="small" aria-label={`查看 ${evidence.label}`} onClick={() => setShown(evidence)}>
            查看
          </Button>
        </li>
      ))}
    </ul>
  );
  return (
    <div className="ui-page">
      <h2 className="verify-title">申报材料</h2>
      {assessment.campaign.materials.length === 0 && <EmptyState text="推荐活动没有要求申报材料" />}
      {assessment.campaign.materials.map((wanted) => {
        const { files, checked } = materialOf(assessment, wanted.code);
        const missing = wanted.checklist.filter(({ code }) => !checked.includes(code));
        return (
          <Card
            key={wanted.code}
            size="small"
            title={wanted.title}
            extra={<Tag>{wanted.required ? '必备' : '选备'}</Tag>}
          >
            {wanted.limits && <p className="ui-muted">通知的限制：{limitWords(wanted.limits)}</p>}
            {files.length === 0 && <p>单位没有报送。</p>}
            {list(
              files.flatMap(({ sha256, theme }) =>
                assessment.evidence
                  .filter((evidence) => evidence.sha256 === sha256)
                  .map((evidence) => ({
                    evidence,
                    about: wanted.themes.find(({ code }) => code === theme)?.label,
                  })),
              ),
            )}
            {missing.length > 0 && (
              <p className="ui-muted">单位没有勾选：{missing.map(({ label }) => label).join('、')}</p>
            )}
          </Card>
        );
      })}
      {loose.length > 0 && (
        <Card size="small" title={`没有用在任何一项的文件 ${loose.length} 份`}>
          {list(loose.map((evidence) => ({ evidence })))}
        </Card>
      )}
      {shown && <EvidencePreview {...file} evidence={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
}
