import { Alert, Button, Card, Form, Radio } from 'antd';
import { proposedGaps } from '../../../shared/eligibility/gap-findings.ts';
import { gapsWords } from '../../../shared/eligibility/verdict.ts';
import { factsAsked } from '../../../shared/standard/gaps.ts';
import type { Standard } from '../../../shared/standard/schema.ts';
import { own } from '../../../shared/values/own.ts';
import { showPoints } from '../../../shared/values/points.ts';
import { useAssessment } from '../../state/assessment-store.ts';
import { useEligibility, useOpen, useReport } from '../../state/derived.ts';

/** What becomes of a 合理缺项 by the standard's rule. */
const COUNTED: Record<Standard['notApplicable']['rule'], string> = {
  forbidden: '但本标准不设“不适用”，仍须评分',
  fullScore: '按满分计',
  renormalise: '不计入满分，其余按比例折算',
};

/** What the unit does, asked once: it decides which items are 合理缺项. Nothing where the standard asks nothing. */
export function FactsCard() {
  const { assessment, standard } = useOpen();
  const { unit } = assessment;
  const report = useReport();
  const { edit } = useAssessment.getState();
  const asked = factsAsked(standard, unit.category);
  const contradictions = useEligibility().findings.filter(({ code }) => code === 'gapContradiction');
  if (asked.length === 0) return null;
  const gaps = gapsWords(report);
  return (
    <Card title="本单位的职能" size="small">
      <p className="ui-muted">
        {`没有某项职能的，相应评分项是合理缺项，${COUNTED[standard.notApplicable.rule]}。合理缺项由核验人员确认。`}
      </p>
      <Form component="div" layout="vertical" className="ui-form-grid">
        {asked.map(({ code, title }) => (
          <Form.Item key={code} label={`有没有${title}`}>
            <Radio.Group
              aria-label={`有没有${title}`}
              value={own(unit.facts ?? {}, code) ?? null}
              options={[
                { value: true, label: '有' },
                { value: false, label: '没有' },
              ]}
              onChange={({ target }) =>
                void edit({ kind: 'setUnit', unit: { facts: { [code]: target.value === true } } })
              }
            />
          </Form.Item>
        ))}
      </Form>
      <Proposal />
      {contradictions.map(({ item, message }) => (
        <Alert
          key={message}
          type="warning"
          showIcon
          title={message}
          action={
            <Button size="small" onClick={() => useAssessment.getState().goTo('scoring', item)}>
              查看
            </Button>
          }
        />
      ))}
      {gaps !== '' && <p>{gaps}。</p>}
    </Card>
  );
}

/** The items that follow from the answers, to be declared at once. */
function Proposal() {
  const { assessment, standard } = useOpen();
  const proposed = proposedGaps(standard, assessment);
  if (proposed.length === 0) return null;
  const points = proposed.reduce((sum, { fullScore }) => sum + fullScore, 0);
  const declare = () =>
    void useAssessment.getState().edit({
      kind: 'declareGaps',
      gaps: Object.fromEntries(proposed.map(({ code, reason }) => [code, reason])),
    });
  return (
    <Alert
      type="info"
      showIcon
      title={`按以上回答，有${proposed.length}项（${showPoints(points)}分）可作合理缺项`}
      description={proposed.map(({ code, title }) => `${code} ${title}`).join('、')}
      action={
        <Button size="small" type="primary" onClick={declare}>
          标为不适用
        </Button>
      }
    />
  );
}
