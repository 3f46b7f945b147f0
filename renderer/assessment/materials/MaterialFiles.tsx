import { Button, Select, Space } from 'antd';
import { later } from '../../ui/later.ts';
import { Suspense, useState } from 'react';
import type { Evidence, Material } from '../../../shared/assessment/schema.ts';
import type { MaterialRequirement } from '../../../shared/campaign/schema.ts';
import { FileFault } from '../../items/evidence/FileFault.tsx';
import { showBytes } from '../../ui/show.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useOpen } from '../../state/derived.ts';

const EvidencePreview = later(async () => ({
  default: (await import('../../items/evidence/preview/EvidencePreview.tsx')).EvidencePreview,
}));

interface Props {
  /** Of the material. */
  code: string;
  files: Material['files'];
  themes: MaterialRequirement['themes'];
}

export function MaterialFiles({ code, files, themes }: Props) {
  const { edit } = useAssessment.getState();
  const { assessment } = useOpen();
  const [shown, setShown] = useState<Evidence>();
  if (files.length === 0) return <p className="ui-muted">还没有文件。</p>;
  return (
    <>
      <ul className="ui-file-list">
        {files.map((file) => {
          const evidence = assessment.evidence.find(({ sha256 }) => sha256 === file.sha256);
          if (!evidence) return null;
          const setTheme = (theme = '') =>
            void edit({ kind: 'setMaterialTheme', code, sha256: file.sha256, theme });
          return (
            <li key={file.sha256}>
              <span className="ui-file-name">
                {evidence.label}{' '}
                <span className="ui-muted">
                  （{evidence.fileName}，{showBytes(evidence.bytes)}）
                </span>
                <FileFault evidence={evidence} />
              </span>
              <Space>
                {themes.length > 0 && (
                  <Select
                    aria-label={`${evidence.label} 的主题`}
                    size="small"
                    style={{ width: 240 }}
                    placeholder="选择主题"
                    allowClear
                    value={file.theme || undefined}
                    options={themes.map(({ code, label }) => ({ value: code, label }))}
                    onChange={setTheme}
                  />
                )}
                <Button size="small" aria-label={`查看 ${evidence.label}`} onClick={() => setShown(evidence)}>
                  查看
                </Button>
                <Button
                  size="small"
                  aria-label={`移出 ${evidence.label}`}
                  onClick={() => void edit({ kind: 'removeMaterialFile', code, sha256: file.sha256 })}
                >
                  移出
                </Button>
              </Space>
            </li>
          );
        })}
      </ul>
      {shown && (
        <Suspense fallback={null}>
          <EvidencePreview
            assessmentId={assessment.id}
            evidence={shown}
            onClose={() => setShown(undefined)}
          />
        </Suspense>
      )}
    </>
  );
}
