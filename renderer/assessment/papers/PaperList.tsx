import { Button, Card, Checkbox } from 'antd';
import { useState } from 'react';
import type { MadeFile, PaperTemplate } from '../../../shared/contract/contract.ts';
import { emptyIn } from '../../../shared/papers/empty.ts';
import { type PaperKind, paperKindSchema, paperTitle } from '../../../shared/papers/kinds.ts';
import { kindWords } from '../../../shared/campaign/words.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { type OpenAssessment, useOpen, useReport } from '../../state/derived.ts';
import { call } from '../../ui/call/client.ts';
import { MadeFileButton } from '../../ui/MadeFileButton.tsx';

/** More are only counted. */
const NAMED = 8;

/** Has a paper made of the assessment as it is saved. */
export async function paperMade(
  template: PaperTemplate,
  authorityOpinion: 'with' | 'without' = 'without',
): Promise<MadeFile> {
  await useAssessment.getState().saved();
  const id = useAssessment.getState().ref?.id ?? '';
  return call('makePaper', { id, template, authorityOpinion });
}

/** 四种文书: what each is, what it still lacks, and how it is made. */
export function PaperList() {
  const open = useOpen();
  return (
    <Card title="生成文书" size="small">
      <p className="ui-muted">
        都是参考格式，通知没有规定，可以不用。生成的是 Word 文件（.docx），存在“导出”文件夹，可以再改。
      </p>
      <ul className="papers-list">
        {paperKindSchema.options.map((kind) => (
          <Paper key={kind} kind={kind} open={open} />
        ))}
      </ul>
    </Card>
  );
}

function Paper({ kind, open }: { readonly kind: PaperKind; readonly open: OpenAssessment }) {
  const { assessment, standard } = open;
  const report = useReport();
  const [authorityOpinion, setAuthorityOpinion] = useState<'with' | 'without'>('without');
  const title = paperTitle(kind, assessment.campaign);
  const empty = emptyIn(kind, { assessment, standard, report });
  return (
    <li>
      <div>
        <strong>{title}</strong>
        <div className="ui-muted">{purposeOf(kind, open)}</div>
        {empty.length > 0 && <div className="papers-empty">还空着：{emptyWords(empty)}</div>}
        {kind === 'application' && (
          <Checkbox
            checked={authorityOpinion === 'with'}
            onChange={({ target }) => setAuthorityOpinion(target.checked ? 'with' : 'without')}
          >
            加主管部门意见
          </Checkbox>
        )}
      </div>
      <div className="papers-buttons">
        <MadeFileButton
          type="primary"
          aria-label={`生成${title}`}
          make={() => paperMade({ of: 'program', paper: kind }, authorityOpinion)}
        >
          生成
        </MadeFileButton>
        <MadeFileButton
          aria-label={`导出${title}的模板`}
          make={() => call('exportPaperTemplate', { paper: kind })}
        >
          导出模板
        </MadeFileButton>
      </div>
    </li>
  );
}

function emptyWords(empty: readonly string[]): string {
  const named = empty.slice(0, NAMED).join('、');
  return empty.length > NAMED ? `${named}等${empty.length}处` : named;
}

function purposeOf(kind: PaperKind, { assessment }: OpenAssessment): string {
  const purposes: Record<PaperKind, string> = {
    application: '单位情况、近三年数据、荣誉、主要事迹，留出签字盖章的位置',
    pledge: `承诺${kindWords(assessment.campaign).materials}真实，由单位签字盖章`,
    report: '各项指标的得分、举措、亮点、成效、案例、数据、差距与改进',
    evidence: '按评分项列出佐证材料，材料号与导出的工作簿相同',
  };
  return purposes[kind];
}

/** The way to the fields of 单位与活动. */
export function ToUnit() {
  return <Button onClick={() => useAssessment.getState().goTo('unit')}>去“单位与活动”</Button>;
}
