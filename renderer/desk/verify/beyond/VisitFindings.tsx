import { Button, Select } from 'antd';
import { DeleteOutlined } from '@ant-design/icons';
import type { FieldVisit } from '../../../../shared/review/schema.ts';
import { placesOf } from '../../../../shared/standard/places.ts';
import { useOpenCandidate } from '../../../state/review-derived.ts';
import { LONG_TEXT } from '../../../../shared/values/long-text.ts';
import { FieldScope, useLineWords } from '../../../ui/fields/drafts.tsx';
import { flushTypedText } from '../../../ui/fields/typed-text.ts';
import { TextInput } from '../../../ui/fields/TextInput.tsx';
import { changeVisit, removed, replaced } from './change-visit.ts';
import { ListPart } from './ListPart.tsx';
import './beyond.css';

/** What was found on the spot, about one entry of the standard or the unit as a whole. */
export function VisitFindings({ visit: { id, findings } }: { readonly visit: FieldVisit }) {
  const { standard } = useOpenCandidate();
  const words = useLineWords(`findings ${id}`);
  const places = [
    { value: '', label: '单位整体' },
    ...placesOf(standard).map(({ code, title }) => ({ value: code, label: `${code} ${title}` })),
  ];
  return (
    <ListPart
      title="发现的情况"
      adding={
        <Button
          size="small"
          onClick={() =>
            void changeVisit(id, (visit) => ({ findings: [...visit.findings, { code: '', text: '' }] }))
          }
        >
          添加一条
        </Button>
      }
    >
      <ul>
        {findings.map((finding, index) => (
          <li key={index} className="beyond-finding">
            <Select
              aria-label={`第 ${index + 1} 条关于哪一项`}
              showSearch={{ optionFilterProp: 'label' }}
              value={finding.code}
              options={places}
              onChange={(code) =>
                void changeVisit(id, (visit) => ({ findings: replaced(visit.findings, index, { code }) }))
              }
            />
            <FieldScope name={words.line(index)}>
              <TextInput
                field="text"
                lines={{ min: 1, max: 12 }}
                maxLength={LONG_TEXT}
                aria-label={`第 ${index + 1} 条情况`}
                value={finding.text}
                placeholder="看到了什么"
                commit={(text) =>
                  changeVisit(id, (visit) => ({ findings: replaced(visit.findings, index, { text }) }))
                }
              />
            </FieldScope>
            <Button
              icon={<DeleteOutlined aria-hidden />}
              aria-label={`移除第 ${index + 1} 条情况`}
              onClick={() => {
                flushTypedText();
                words.removed(index);
                void changeVisit(id, (visit) => ({ findings: removed(visit.findings, index) }));
              }}
            />
          </li>
        ))}
      </ul>
    </ListPart>
  );
}
