import { ExportOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Space } from 'antd';
import { useState } from 'react';
import { EVIDENCE_DAMAGED, EXECUTABLE } from '../../../shared/eligibility/check-export.ts';
import type { ExportResult } from '../../../shared/contract/contract.ts';
import { type Eligibility, reservations, verdictWords } from '../../../shared/eligibility/eligibility.ts';
import { scoreSentence } from '../../../shared/eligibility/verdict.ts';
import { packageName } from '../../../shared/standard/basis.ts';
import { useOpen, useReport } from '../../state/derived.ts';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { ProgressModal } from '../../ui/ProgressModal.tsx';
import { useJob } from '../../ui/call/use-job.ts';
import { ExportSuccess } from './ExportSuccess.tsx';
import { exportPackage } from './export-package.ts';

interface Props {
  readonly eligibility: Eligibility;
}

/** Exports; shows success only for a package that the host has opened again and found whole. */
export function ExportPanel({ eligibility }: Props) {
  const { eligible, ready, basis, findings, conditions } = eligibility;
  const { standard, assessment } = useOpen();
  const reserved = reservations(conditions);
  const report = useReport();
  const name = packageName(standard);
  const job = useJob('导出并核对');
  const [result, setResult] = useState<ExportResult>();
  const blocking = findings.filter(({ severity }) => severity === 'block').length;
  const programs = findings.some(({ code }) => code === EXECUTABLE);
  const barred = programs || findings.some(({ code }) => code === EVIDENCE_DAMAGED);
  const start = async (mode: 'final' | 'draft') => {
    setResult(undefined);
    setResult(await job.run((options) => exportPackage(mode, options)));
  };
  return (
    <Card size="small" classNames={{ body: 'ui-stack' }}>
      <Alert
        type={!ready || reserved.length > 0 ? 'warning' : eligible ? 'success' : 'info'}
        showIcon
        title={
          !ready
            ? `还有 ${blocking} 条必须先处理，暂不能导出${name}`
            : basis === 'official'
              ? `${verdictWords(eligibility)}，可以导出${name}`
              : `${[scoreSentence(standard, report, assessment.campaign), ...reserved].join('；')}。可以导出${name}`
        }
        description={
          ready
            ? `${name}里有${basis === 'official' ? '推荐' : '自查'}材料表、全部佐证材料和校验清单；导出后程序会重新打开核对一遍。`
            : barred
              ? programs
                ? `佐证材料里有程序一类的文件，${name}和草稿都不能导出，请先移除。`
                : `佐证材料有文件缺失或被改动，${name}和草稿都不能导出，请先重新添加原文件。`
              : '可以先导出草稿供内部传阅；草稿在封面、页眉和文件名上都有“草稿”字样，不能用于报送。'
        }
        action={
          <Space>
            <Button
              type="primary"
              icon={<ExportOutlined aria-hidden />}
              disabled={!ready}
              onClick={() => void start('final')}
            >
              导出{name}
            </Button>
            {!ready && !barred && <Button onClick={() => void start('draft')}>导出草稿</Button>}
          </Space>
        }
      />
      <FailureNotice failure={job.failure} onClose={job.dismiss} />
      {result && <ExportSuccess result={result} />}
      <ProgressModal title="正在导出并核对" progress={job.progress} onCancel={job.cancel} />
    </Card>
  );
}
