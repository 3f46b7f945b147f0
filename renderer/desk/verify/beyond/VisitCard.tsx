import { Button, Card, Form } from 'antd';
import type { FieldVisit } from '../../../../shared/review/schema.ts';
import { DateInput } from '../../../ui/fields/DateInput.tsx';
import { FieldScope, useDropLine } from '../../../ui/fields/drafts.tsx';
import { TextInput } from '../../../ui/fields/TextInput.tsx';
import { showPoints } from '../../../../shared/values/points.ts';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { useReview } from '../../../state/review-store.ts';
import { VisitFindings } from './VisitFindings.tsx';
import { VisitPeople } from './VisitPeople.tsx';
import { VisitPhotos } from './VisitPhotos.tsx';
import { changeVisit } from './change-visit.ts';
import { parsePercent } from './parse-percent.ts';

interface Props {
  readonly visit: FieldVisit;
  readonly number: number;
}

export function VisitCard({ visit, number }: Props) {
  const { assessment } = useOpenCandidate();
  const dropLine = useDropLine();
  const { id, date, score } = visit;
  // Only then is it worth anything in 综合评价.
  const counts = assessment.campaign.comprehensive?.fieldVisit !== undefined;
  return (
    <FieldScope name={id}>
      <Card
        size="small"
        title={`第 ${number} 次实地核验`}
        extra={
          <Button
            size="small"
            danger
            title="可以用“撤销”找回"
            onClick={() => {
              dropLine(id);
              void useReview.getState().edit({ kind: 'removeFieldVisit', id });
            }}
          >
            删除这次记录
          </Button>
        }
      >
        <Form component="div" layout="vertical" className="ui-form-grid">
          <DateInput
            id={`visit-date-${id}`}
            label="日期"
            value={date}
            commit={(day) => changeVisit(id, () => ({ date: day }))}
          />
          {counts && (
            <Form.Item label="实地核验得分（百分制，计入综合评价）" htmlFor={`visit-score-${id}`}>
              <TextInput
                id={`visit-score-${id}`}
                value={score === undefined ? '' : showPoints(score)}
                placeholder="0 至 100，最多两位小数"
                problemOf={(text) => {
                  const percent = parsePercent(text);
                  return percent && 'problem' in percent ? `${percent.problem}，没有保存` : undefined;
                }}
                commit={(text) => {
                  const percent = parsePercent(text);
                  return changeVisit(id, () => ({
                    score: percent && 'value' in percent ? percent.value : undefined,
                  }));
                }}
              />
            </Form.Item>
          )}
        </Form>
        <VisitPeople visit={visit} />
        <VisitFindings visit={visit} />
        <VisitPhotos visit={visit} />
      </Card>
    </FieldScope>
  );
}
