import { Button, Space } from 'antd';
import { DeleteOutlined } from '@ant-design/icons';
import type { FieldVisit } from '../../../../shared/review/schema.ts';
import { FieldScope, useLineWords } from '../../../ui/fields/drafts.tsx';
import { flushTypedText } from '../../../ui/fields/typed-text.ts';
import { TextInput } from '../../../ui/fields/TextInput.tsx';
import { changeVisit, removed, replaced } from './change-visit.ts';
import { ListPart } from './ListPart.tsx';
import './beyond.css';

/** Suggestions; the role can be written over. */
const ROLES = ['核验人员', '单位人员'];

/** Who was there, by role. */
export function VisitPeople({ visit: { id, people } }: { readonly visit: FieldVisit }) {
  const add = (role: string) =>
    void changeVisit(id, (visit) => ({ people: [...visit.people, { role, name: '' }] }));
  const words = useLineWords(`people ${id}`);
  return (
    <ListPart
      title="参加人员"
      adding={ROLES.map((role) => (
        <Button key={role} size="small" onClick={() => add(role)}>
          添加{role}
        </Button>
      ))}
    >
      <ul>
        {people.map((person, index) => (
          // People have no id of their own; their place is all there is.
          <li key={index}>
            <FieldScope name={words.line(index)}>
              <Space.Compact block className="beyond-person">
                <TextInput
                  id={`role-${id}-${index}`}
                  field="role"
                  aria-label={`第 ${index + 1} 人的身份`}
                  value={person.role}
                  maxLength={50}
                  placeholder="身份"
                  problemOf={(role) => (role.trim() === '' ? '身份不能为空，没有保存' : undefined)}
                  commit={(role) =>
                    changeVisit(id, (visit) => ({ people: replaced(visit.people, index, { role }) }))
                  }
                />
                <TextInput
                  id={`name-${id}-${index}`}
                  field="name"
                  aria-label={`第 ${index + 1} 人的姓名`}
                  value={person.name}
                  maxLength={50}
                  placeholder="姓名"
                  commit={(name) =>
                    changeVisit(id, (visit) => ({ people: replaced(visit.people, index, { name }) }))
                  }
                />
                <Button
                  icon={<DeleteOutlined aria-hidden />}
                  aria-label={`移除第 ${index + 1} 人`}
                  onClick={() => {
                    flushTypedText();
                    words.removed(index);
                    void changeVisit(id, (visit) => ({ people: removed(visit.people, index) }));
                  }}
                />
              </Space.Compact>
            </FieldScope>
          </li>
        ))}
      </ul>
    </ListPart>
  );
}
